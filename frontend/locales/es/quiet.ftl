### Con quién alguien no se encuentra y de qué quiere oír menos.

quiet-title = Calma
quiet-hint = Personas, grupos y palabras de los que oyes menos
quiet-lead = Nadie se entera de nada de lo que hay en esta página.
quiet-kept = Guardado.
quiet-empty = Aquí no hay nada. En la página de alguien, junto a una publicación y en la página de un grupo hay una forma de oír menos.
quiet-less = Oír menos de esta persona
quiet-less-group = Oír menos de este grupo
quiet-less-of = Oír menos de { $name }
quiet-change = Cambiarlo
quiet-person-lead = No necesitas un motivo, y no se le avisa.
quiet-group-lead = Sigues en el grupo, y nadie se entera.
quiet-blocked-here = Bloqueaste este nombre. Aquí ninguno de los dos ve al otro.
quiet-muted-until = Oyes menos hasta el { $day }.
quiet-muted-for-good = Oyes menos hasta que digas otra cosa.
quiet-what-helps = ¿Qué te ayudaría?
quiet-as-before = Oír como antes
quiet-as-before-hint = Lo que se dijo mientras tanto vuelve a estar ahí.
quiet-mute-day = Oír menos durante un día
quiet-mute-week = Oír menos durante una semana
quiet-mute-good = Oír menos para siempre
quiet-mute-hint = Sale de tus listas, tus novedades y tu búsqueda. Aún puedes abrir lo que dice.
quiet-block = Bloquear
quiet-block-hint = Ninguno de los dos se encuentra con las palabras del otro ni puede responderlas. Para cada uno es como si el otro no estuviera. Quienes cuidan un grupo siguen viendo lo que se dice allí.
quiet-name-alone = Se trata solo de este nombre. Si la misma persona habla con otro nombre, ese sigue ahí: nadie, tampoco nosotros, puede decir qué nombres son de una misma persona. En la web abierta, quien no ha entrado aún puede leer lo que es para todo el mundo.
quiet-tell-first = Si algo no estuvo bien, puedes avisar antes a alguien. Cuando hayas bloqueado un nombre ya no verás sus publicaciones.
quiet-save = Guardar
quiet-blocks = Bloqueados
quiet-blocks-hint = Ninguno de los dos se encuentra con el otro.
quiet-people = Personas de las que oyes menos
quiet-groups = Grupos de los que oyes menos
quiet-communities = Comunidades de las que oyes menos
quiet-take-back = Deshacerlo
quiet-hear-again = Volver a oír
quiet-until = Hasta el { $day }
quiet-for-good = Para siempre
quiet-words = { $n ->
    [0] Hay otra lista, solo para este dispositivo. Está vacía.
    [one] Hay otra lista, solo para este dispositivo. Tiene una palabra.
   *[other] Hay otra lista, solo para este dispositivo. Tiene { $n } palabras.
} Se guarda aquí, y no en el servidor.
quiet-words-change = Elegir palabras
quiet-add-community = Oír menos de toda una comunidad
quiet-community = Su nombre
quiet-community-hint = Lo que va después de la @ en los nombres de su gente, como calm.example.
quiet-how-long = ¿Por cuánto tiempo?
quiet-lasts-day = Un día
quiet-lasts-week = Una semana
quiet-lasts-good = Para siempre
fold-muted-person = De alguien de quien oyes menos
fold-blocked-person = De alguien a quien bloqueaste. Cuidas este grupo, así que puedes abrirlo.
refused-quiet-oneself = Esa persona eres tú.
refused-quiet-too-many = Son todos los que guardamos para una persona. Deshaz alguno primero.
refused-quiet-choice = Elige una de estas opciones.
refused-quiet-community = Ese no es el nombre de una comunidad. Es como calm.example.

muted-title = Palabras que prefieres no encontrar
muted-lead = Las publicaciones que tienen una se pliegan o se dejan fuera, solo para ti. Lo que ven otras personas no cambia, y tus propias palabras siempre quedan abiertas.
muted-empty = Aún no hay palabras.
muted-list = Tus palabras
muted-add = Añadir una palabra
muted-word = Una palabra o una frase corta
muted-word-hint = Hasta 60 letras. Se encuentra como palabra entera, en mayúsculas o minúsculas y con cualquier acento, también en títulos y notas de contenido.
muted-hush = ¿Qué pasa con las publicaciones que la tienen?
muted-hush-fold = Plegarlas
muted-hint-fold = En su lugar dice «Tiene una palabra que silenciaste». Puedes abrirlas.
muted-hush-hide = Dejarlas fuera
muted-hint-hide = Las listas, la búsqueda y las novedades las pasan por alto. En una conversación, las respuestas que la tienen se pliegan, para que se pueda seguir el resto.
muted-is-fold = Plegada
muted-is-hide = Dejada fuera
muted-sealed = Tus palabras están selladas. Este lugar solo puede leerlas mientras tienes la sesión abierta, y nadie que lo lleve puede hacerlo.
muted-left-out = Algunas publicaciones no se muestran aquí: tienen una palabra que silenciaste.
muted-count = { $n ->
    [0] No has silenciado ninguna palabra.
    [one] Has silenciado una palabra.
   *[other] Has silenciado { $n } palabras.
}
refused-muted-word = Escribe una palabra o una frase corta de hasta 60 letras.
refused-muted-hush = Elige una de estas opciones.
refused-muted-lasts = Elige por cuánto tiempo.
refused-muted-full = Son cien palabras, todas las que guardamos para una persona. Quita una primero.
