### Words for the short lists: kinds, asks, notes, reactions, amounts, pathways, topics,
### and the reasons a name or a password was not taken.

## What kind of post it is
kind-win = Logro
kind-setback = Tropiezo
kind-question = Pregunta
kind-gratitude = Gratitud
kind-milestone = Aniversario o meta
kind-introduction = Presentación
kind-just-here = Aquí, sin más

## What the writer asks of those who answer
ask-just-listen = Escucha
ask-been-there = Experiencias parecidas
ask-ideas = Ideas
ask-company = Compañía
ask-celebrate = Celebrar conmigo

## Content notes
note-using-today = Consumo hoy
note-lapse = Un desliz
note-relapse = Una recaída
note-craving-detail = Ganas de consumir, en detalle
note-substance-detail = Alcohol o drogas, en detalle
note-method = Cómo se hizo algo
note-overdose = Sobredosis
note-self-harm = Autolesión
note-suicide = Suicidio
note-sexual-violence = Violencia sexual
note-abuse = Daño de alguien cercano
note-child-loss = Pérdida de un hijo, una hija o la custodia
note-grief = Duelo
note-eating = Comida y alimentación
note-gambling-detail = Apuestas, en detalle
note-medical = Temas médicos
note-religion = Religión
note-politics-edge = Cerca de la política
note-image = Una imagen
note-strong-language = Lenguaje fuerte

## Reactions
reaction-with = Contigo
reaction-same = A mí también
reaction-proud = Qué orgullo
reaction-thanks = Gracias

## Amounts: words, never digits
amount-nobody = nadie todavía
amount-someone = alguien
amount-a-few = algunas personas
amount-several = varias
amount-many = muchas

## Pathways
pathway-aa = AA
pathway-na = NA
pathway-ca = CA
pathway-cma = CMA
pathway-ha = HA
pathway-ma = MA
pathway-daa = DAA
pathway-ga = GA
pathway-oa = OA
pathway-da = DA
pathway-sex-and-love = Fraternidades de sexo y amor
pathway-coda = CoDA
pathway-aca = ACA
pathway-al-anon = Al-Anon, Alateen, Nar-Anon
pathway-smart = SMART Recovery
pathway-lifering = LifeRing
pathway-recovery-dharma = Recovery Dharma
pathway-refuge = Refuge Recovery
pathway-women-for-sobriety = Women for Sobriety
pathway-sos = Secular Organizations for Sobriety
pathway-moderation = Moderation Management
pathway-celebrate = Celebrate Recovery
pathway-wellbriety = Wellbriety
pathway-faith = Otro camino de fe
pathway-medication = Con medicación
pathway-therapy = Terapia o tratamiento
pathway-harm-reduction = Reducción de daños
pathway-exercise = Ejercicio y crear cosas
pathway-online = Solo en línea
pathway-own-way = Mi propio camino

## Topics
topic-alcohol = Alcohol
topic-opioids = Opioides
topic-prescription-opioids = Opioides con receta
topic-cocaine = Cocaína y crack
topic-methamphetamine = Metanfetamina
topic-stimulants = Otros estimulantes
topic-cannabis = Cannabis
topic-sedatives = Benzodiacepinas y sedantes
topic-ghb = GHB
topic-ketamine = Ketamina
topic-hallucinogens = Alucinógenos
topic-inhalants = Inhalantes
topic-nicotine = Nicotina y vapeo
topic-kratom = Kratom y kava
topic-caffeine = Cafeína
topic-steroids = Esteroides
topic-several = Más de una cosa
topic-gambling = Apuestas y juegos de azar
topic-gaming = Videojuegos
topic-pornography = Pornografía
topic-sex-and-love = Sexo y amor
topic-spending = Gastos y deudas
topic-food = Comida y alimentación
topic-restricting = Restricción y purgas
topic-internet = Internet y teléfono
topic-work = Trabajo
topic-codependency = Codependencia
topic-family = Alguien cercano a mí
topic-prefer-not-to-say = Prefiero no decirlo

## Why a name was not taken. The name on offer comes after these.
refused-name-too-short = Un nombre necesita dos letras o más. ¿Qué tal { $suggestion }?
refused-name-too-long = Un nombre tiene hasta 30 letras. ¿Qué tal { $suggestion }?
refused-name-characters = Usa letras de un solo alfabeto, números, espacios, guiones y apóstrofos. ¿Qué tal { $suggestion }?
refused-name-real-name = Esto parece un nombre real. Uno inventado te protege más aquí. ¿Qué tal { $suggestion }?
refused-name-birth-year = Esto parece un año de nacimiento. Déjalo fuera y nadie podrá atar cabos. ¿Qué tal { $suggestion }?
refused-name-reserved = Este nombre parecería una función de aquí. ¿Qué tal { $suggestion }?
refused-name-contact = Esto parece una forma de encontrarte en otro lugar. Los nombres de aquí se quedan aquí. ¿Qué tal { $suggestion }?

## Why a password was not taken
refused-password-too-short = Usa 12 letras o más. Unas pocas palabras sencillas seguidas funcionan bien.
refused-password-too-long = Usa hasta 256 letras.
refused-password-guessable = Esta es fácil de adivinar. Tres o cuatro palabras que no tengan nada que ver entre sí aguantan mejor.
refused-password-holds-name = Deja tu nombre fuera. Es lo primero que prueba quien intenta adivinar.

## Why a text was not taken
refused-text-empty = Aquí aún no hay nada escrito. Con una línea basta.
refused-text-too-short = { $min ->
    [one] Hace falta una letra.
   *[other] Hacen falta { $min } letras o más.
}
refused-text-too-long = { $over ->
    [one] Sobra una letra. Tus palabras siguen aquí.
   *[other] Sobran { $over } letras. Tus palabras siguen aquí.
}
refused-text-nul = Hay un carácter que ningún texto tiene. Prueba a pegarlo como texto sin formato.
refused-text-control = Esto parece un archivo, no palabras. Prueba a pegarlo como texto sin formato.

## Interface languages, each in its own words
language-en = English
language-es = Español
