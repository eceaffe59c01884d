### Compañía ahora mismo: pedirla, acudir, lámparas. Todo lo de aquí está contado o es cierto cuando se dice.

support-room = Volver a tu sala
support-room-hint = Pediste compañía
support-craving = Media hora con las ganas
support-craving-hint = Tres partes de diez minutos. Funciona sin red
support-lamp-hint = Estar para escuchar, un rato

ask-page = Pedir compañía
ask-title = Pedir compañía
ask-lit-none = Nadie a tu alcance tiene la lámpara encendida ahora mismo.
ask-wider = Por eso abajo está marcada una opción más amplia: gente que dijo que se le puede preguntar. Puedes elegir otra.
ask-as-before = La última vez dejaste que llegara más lejos, y eso está marcado abajo. Puedes elegir otra opción.
ask-lit = { $n ->
    [one] Una persona a tu alcance tiene la lámpara encendida.
   *[other] { $n } personas a tu alcance tienen la lámpara encendida.
}
ask-need = ¿Qué pasa?
need-craving = Tengo ganas de consumir
need-used = He consumido y me da miedo
need-company = Necesito compañía
ask-line = En una línea, si quieres
ask-line-hint = Hasta 200 letras. Puede quedar vacía.
ask-far = A quién se puede preguntar
ask-far-hint = Lo que elijas queda marcado para la próxima vez, solo para ti. También puedes ampliarlo más tarde.
ask-no-groups = Aún no estás en ningún grupo, así que son todas las personas de aquí con la lámpara encendida.
circle-lamps = A gente de mis grupos con la lámpara encendida
circle-lamps-hint = A nadie más.
circle-groups = A los dos minutos, a gente de mis grupos que dijo que sí
circle-groups-hint = Su lámpara puede estar apagada. Aceptaron que se les pregunte. Si nadie tiene la lámpara encendida, se les pregunta enseguida.
circle-everyone = A los cinco minutos, a todas las personas de aquí que dijeron que sí
circle-everyone-hint = También de otros grupos; enseguida, si más cerca no se puede preguntar a nadie. Nunca a otra comunidad.
ask-go = Pedir compañía
ask-what = Leen qué pasa y tu línea, sin tu nombre. Quien acude ve tu nombre y tú el suyo. Se queda en este servidor y todo desaparece antes de { $hours } horas.

asks-title = Quién pide compañía
asks-how = Antes de acudir
asks-how-listen = Primero escucha. No hacen falta respuestas.
asks-how-medicine = Deja los medicamentos y las dosis a quien pueda ver a la persona.
asks-how-hand = Si es demasiado, dilo y pasa el relevo. Así os cuidáis los dos.
asks-how-danger = Si hay una vida en peligro: primero di el número de emergencias y quédate hasta que llegue ayuda.
asks-now = Ahora mismo
asks-none = Ahora mismo nadie pide compañía.
asks-live = Alguien pide compañía. Mostrar
asks-waits = { $n ->
    [0] Lo pidió hace un momento. Aún no hay nadie.
    [one] Lo pidió hace un minuto. Aún no hay nadie.
   *[other] Lo pidió hace { $n } minutos. Aún no hay nadie.
}
asks-there = Alguien está con esa persona. También hay sitio para ti.
asks-silent = Alguien acudió, pero nadie le ha dicho aún una palabra. También hay sitio para ti.
asks-come = Acudir y escuchar
asks-light = Encender tu lámpara
asks-free = No le debes respuesta a nadie. Hoy no también está bien.

room-title = Una sala pequeña
room-live = Hay algo nuevo aquí. Mostrar
room-live-over = Esta sala está cerrada. Mostrar
room-late = Aún no ha contestado nadie. No es por ti. Tus palabras siguen ahí y abajo está lo demás que hay.
room-late-again = Quien estaba aquí ya no está, y aún no ha venido nadie más. No es por ti. Tus palabras siguen ahí y abajo está lo demás que hay.
room-nobody = Nadie a quien llegue esto tiene la lámpara encendida ahora mismo. Quien encienda una lo verá.
room-asked = { $n ->
    [one] Una persona puede verlo ahora. Aún no hay nadie.
   *[other] { $n } personas pueden verlo ahora. Aún no hay nadie.
}
room-with-you = { $n ->
    [one] Alguien está contigo: { $names }.
   *[other] Hay gente contigo: { $names }.
}
room-silent = { $n ->
    [one] { $names } acudió y aún no ha dicho nada.
   *[other] { $names } acudieron y aún no han dicho nada.
}
room-silent-you = Nadie de quienes escuchan aquí ha dicho aún una palabra, así que también puede venir más gente. Una palabra basta.
room-more = Pedir que venga alguien más
room-more-asked = { $n ->
    [one] Una persona más puede verlo ahora.
   *[other] { $n } personas más pueden verlo ahora.
}
room-more-nobody = Nadie más a quien llegue esto tiene la lámpara encendida ahora mismo. Quien encienda una lo verá.
room-more-none = No ha venido nadie más. Puedes pedir que venga alguien más.
room-carried = Ya estás pidiendo compañía, así que tu línea no se envió. Está aquí y puedes decirla en esta sala.
room-you-with = Estás con { $name }.
room-easing = Ya es más llevadero. Nadie tiene prisa.
room-is-there = está contigo
room-about = Sobre { $name }
room-let-go = Prefiero a otra persona
room-others = Aquí para escuchar: { $names }.
circle-goes-lamps = Llega a quienes tienen la lámpara encendida.
circle-goes-groups = Llega a gente de tus grupos con la lámpara encendida o que dijo que sí.
circle-goes-everyone = Llega a todas las personas de aquí con la lámpara encendida o que dijeron que sí.
room-widens = Si no viene nadie, se amplía por sí solo, como dijiste.
room-quiet = Hoy se pidió muchas veces, así que ya no suena en ningún dispositivo. Está donde mira quien tiene la lámpara encendida, y puede venir. Si corres peligro, no esperes a eso.
room-widen = Preguntar a más gente
room-shut = La clave que abre estas palabras no está aquí.
room-said = Lo que se dijo
room-you = tú
room-check = Ver si hay algo nuevo
room-ease = Ya es más llevadero
room-harder = Vuelve a ser difícil
room-words = Di algo
room-say = Decirlo
room-who = Solo lo lee la gente de esta sala. El equipo anfitrión no. Todo desaparece en menos de un día, y al momento cuando la cierras.
room-else = Qué más hay
room-end = Cuando sea suficiente
room-okay = Por ahora estoy bien
room-hand-off = Sigo en otro sitio
room-end-what = Cualquiera de las dos cierra esta sala y borra todas sus palabras.
room-much = Si es demasiado
room-much-what = Puedes pedir a otra persona que escuche, o irte. Si estabas a solas con esto, se avisa enseguida a más gente.
room-cover = Pedir que venga alguien más
room-leave = Me tengo que ir
room-is-going = está contigo hasta que venga alguien más
room-hands-over = { $n ->
    [one] Una persona puede verlo. Sigues aquí hasta que venga; entonces esta sala se cierra para ti.
   *[other] { $n } personas pueden verlo. Sigues aquí hasta que venga alguien; entonces esta sala se cierra para ti.
}
room-hands-over-nobody = Nadie más a quien llegue esto tiene la lámpara encendida ahora mismo. Quien encienda una lo verá. Puedes quedarte hasta que venga alguien, o irte: entonces esta sala vuelve a pedir enseguida.
room-hands-over-late = No ha venido nadie más. Puedes irte: entonces esta sala vuelve a pedir enseguida. O pide otra vez que venga alguien más.
room-hand-over = Pasar el relevo
room-hand-over-what = Te quedas hasta que venga alguien. Si ya hay otra persona escuchando, puedes irte enseguida.
room-stay = Al final puedo quedarme
room-point = Mostrar las líneas de ayuda
room-point-what = Verá cómo llegar a gente preparada para esto. Te quedas y aquí no termina nada.
room-point-look = Ver las líneas de ayuda, por país
room-heavy = También hay personas a las que llamar
room-heavy-what = Lo que dijiste suena duro. Queda como lo dijiste y no se avisa a nadie. Quien está aquí puede acompañarte mientras llamas.
room-pointed = Una línea de ayuda también podría estar
room-pointed-what = Quien escucha aquí piensa en gente preparada para esto a la que puedes llegar ahora mismo. Tú eliges. Esta sala sigue abierta y nadie se va porque llames.
room-pointed-there = Ahora ve cómo llegar a las líneas de ayuda.

after-title = Esta sala está cerrada
phase-closed = Qué bien que lo pediste.
phase-taken-back = Retirado. Ya no lo lee nadie.
phase-unanswered = No vino nadie. No es por ti.
phase-left = Alguien acudió y tuvo que irse, y después no ha venido nadie más. No es por ti.
phase-handed-off = Qué bien que sigas donde hay ayuda.
after-thanks = Gracias por estar ahí.
after-unsent = Esto no se envió
unsent-title = Esto ya no está aquí
after-gone = Todas sus palabras han desaparecido.
after-unanswered = Una línea de ayuda contesta a cualquier hora. También puedes volver a pedir compañía o escribir algo que se lea por la mañana.
after-again = Volver a pedir
after-you = ¿Y tú?
after-you-breath = Tómate diez minutos antes de lo siguiente.
after-you-carry = Lo que oíste se queda allí. No tienes que llevarlo a solas ni arreglarlo.
after-you-ask = Si pesó, pide compañía tú también. Para eso está.
after-you-support = Ayuda
after-you-lamp = Tu lámpara
after-handed-off = Las líneas de ayuda están por país, con sus horas. Quien contesta allí lo hace cada día.
after-page = Después de escuchar
after-page-hint = Estuviste para alguien. ¿Y tú?
after-stood-by = { $n ->
    [one] Acudiste a una persona en un día.
   *[other] Acudiste a { $n } personas en un día.
}
after-much = Es mucho. La próxima vez puede ser otra persona.
after-choose = Si quieres
after-rest = Hoy ya no
after-rest-hint = Nadie te pregunta durante medio día, tampoco en tus horas. No se avisa a nadie.
after-tomorrow = Pregúntame mañana cómo estoy
after-tomorrow-hint = Una línea en tu primera página. Lo que oíste no aparece.
after-keep = Guardar
after-heavy = Si pesó
after-heavy-ask = Pedir compañía tú también
after-heavy-ask-hint = A quien escucha también se le escucha
after-heavy-call-hint = También están para quienes escuchan
after-heavy-host = Decirlo a quienes cuidan este sitio
after-heavy-host-hint = Sin un nombre ni una palabra de la sala
after-is-asked = Mañana tu primera página te pregunta cómo estás.
after-asked = Estuviste para alguien. ¿Cómo estás hoy?
after-asked-go = Ver lo que hay para ti
after-asked-what = A veces vuelve un día después. Abajo está lo que hay para ti, y no hace falta usar nada.
after-asked-well = Estoy bien

lamp-title = Estar para escuchar
lamp-lead = Con tu lámpara encendida, la gente de tus grupos que pide compañía puede llegar a ti.
lamp-not-yet = Quienes escuchan llevan aquí { $weeks } semanas. Hasta entonces, otras personas están para ti.
lamp-not-now = Mientras tengas una pausa en algún sitio, tu lámpara sigue apagada. Otras personas pueden estar para ti.
lamp-lit = { $n ->
    [one] Tu lámpara está encendida un minuto más.
   *[other] Tu lámpara está encendida { $n } minutos más.
}
lamp-duty = Tu lámpara está encendida: son tus horas.
lamp-is-lit = Tu lámpara está encendida
lamp-out = Tu lámpara está apagada. Nadie espera que la enciendas.
lamp-rests = Hoy no: de momento nadie te pregunta.
lamp-asks = { $n ->
    [one] Una persona pide compañía
   *[other] { $n } personas piden compañía
}
lamp-reaches-here = Si alguien pide compañía, no te llega a ningún dispositivo: solo entre tus novedades y en una página de aquí que esté abierta.
lamp-reaches-push = Si alguien pide compañía, te llega enseguida a tus dispositivos. Mientras tu lámpara esté encendida, también de noche.
lamp-reaches-mail = Si alguien pide compañía, te llega por correo, que puede tardar. Mientras tu lámpara esté encendida, también de noche.
lamp-reaches-both = Si alguien pide compañía, te llega enseguida a tus dispositivos y por correo. Mientras tu lámpara esté encendida, también de noche.
lamp-reaches-change = Cambiar esto
lamp-how-long = ¿Cuánto tiempo?
lamp-minutes = { $n ->
    [60] Una hora
    [120] Dos horas
   *[other] { $n } minutos
}
lamp-light = Encender mi lámpara
lamp-light-again = Encenderla de nuevo
lamp-what = Se apaga por sí sola. Ninguna página muestra de quién es una lámpara encendida, solo cuántas hay.
lamp-put-out = Apagarla
lamp-tonight = Hoy no
lamp-tonight-what = «Hoy no» vale medio día, también para tus horas. No se avisa a nadie.
lamp-hours = Cuándo se te puede preguntar
lamp-hours-what = Todo lo eliges tú y puede cambiar en cualquier momento.
lamp-askable = Con mi lámpara apagada, me puede preguntar
askable-lamps = Nadie
askable-groups = Gente de mis grupos, tras dos minutos sin respuesta, o enseguida si nadie tiene la lámpara encendida
askable-everyone = Cualquier persona de aquí, tras cinco minutos sin respuesta, o enseguida si más cerca no se puede preguntar a nadie
lamp-most = ¿Cuántas personas a la vez?
lamp-most-n = { $n ->
    [one] Una
   *[other] { $n }
}
lamp-a-day = ¿Cuántas personas al día, como mucho?
lamp-a-day-hint = Se cuenta en 24 horas. Después nadie más te pide, y a nadie se le dice por qué.
lamp-a-day-n = { $n ->
    [0] Todas las que pidan
    [one] Una
   *[other] { $n }
}
lamp-done = En 24 horas acompañaste a tantas personas como elegiste. Nadie más te pide hasta que pasen algunas de esas horas.
lamp-days = Mi lámpara se enciende por sí sola
lamp-from = Desde
lamp-to = Hasta
lamp-keep = Guardar
lamp-when = Cuándo se pide compañía
lamp-when-what = Según tu reloj, en el último año y en decenas. Las horas con menos de { $least } no salen.
lamp-when-n = { $n } veces o más

craving-title = Media hora con las ganas
craving-lead = Las ganas vienen como una ola y se van como una ola. Diez minutos, luego diez más, luego otros diez. Para cuando quieras.
craving-then = Después elige una cosa:
craving-one = Los primeros diez minutos: pasar la ola
craving-one-move = Aléjate: a otra habitación, o a la calle si es seguro.
craving-one-breath = Respira con la luz: despacio al tomar aire, más despacio al soltarlo.
craving-one-wave = Di dónde lo sientes. Mira cómo sube y cómo baja. Por ahora no haces nada más.
craving-one-then = bebe un vaso de agua, sujeta algo frío o manda una línea a alguien.
craving-two = Los diez siguientes: ¿qué te pide?
craving-two-hungry = ¿Hambre o sed? Come algo caliente o dulce.
craving-two-angry = ¿Enfado o miedo? Dilo en voz alta, o escríbelo y déjalo ahí.
craving-two-lonely = ¿Soledad? Ve donde haya gente: una llamada, una página, un banco.
craving-two-tired = ¿Cansancio? Échate. No hace falta dormir.
craving-two-then = haz lo que mejor encaje, aunque sea poco.
craving-three = Los últimos diez: mirar más allá de esta noche
craving-three-reasons = Nombra dos o tres razones tuyas. En voz alta está bien.
craving-three-bookend = Dile a alguien qué vas a hacer ahora, y vuelve a decírselo cuando lo hayas hecho.
craving-one-number = Ponle un número del 0 al 10, y recuérdalo.
craving-three-number = Y ahora: ¿qué número del 0 al 10?
craving-urge-before = ¿Qué fuerza tienen ahora, antes?
craving-urge-after = ¿Y ahora, después?
craving-mark = Anotarlo
craving-tell = Si quieres, la otra persona de los dos lee una línea:
craving-tell-before = Decirle a { $who } que empieza
craving-tell-after = Decirle a { $who } que ha pasado
craving-told = Tu línea ya está en su página. Cuándo la verá, nadie lo sabe.
craving-reasons = Por qué merece la pena
craving-reasons-write = Escribirlas en tu plan
craving-reasons-yours = De tu plan. Léelo en voz alta, si puedes.
craving-forward = Imagina cómo sigue
craving-forward-what = Cuéntatelo entero, como si hubiera pasado, no solo los primeros minutos:
craving-forward-hour = la primera hora,
craving-forward-night = la noche,
craving-forward-noon = mañana a mediodía.
craving-forward-without = Luego las tres sin ello.
craving-bookend = Una línea antes, otra después
craving-curve = Ganas antes y después de las medias horas que anotaste. La lista dice lo mismo con palabras.
craving-curve-how = El punto abierto es antes; el lleno, después. Las últimas están a la derecha. Solo tú ves esto.
craving-waves = Medias horas que anotaste
craving-wave-both = { $before } antes, { $after } después
craving-wave-before = { $n } antes
craving-wave-after = { $n } después
craving-waves-sealed = Sellado con tu plan. Solo tú lo lees, y solo se guardan las últimas.
craving-waves-forget = Olvidarlas
craving-three-then = haz fácil la próxima hora: un lugar, una persona o la cama.
craving-end = Puede volver. Entonces se irá otra vez. Si consumiste, eso no cambia nada: aquí hay sitio para ti.

refused-ask-enough = Ya hay otras personas con quien lo pidió.
refused-ask-just-asked = Se avisó a más gente hace un momento, y quizá ya viene alguien. En dos minutos puedes volver a pedirlo.
refused-ask-over = Esto ha terminado.
refused-ask-left = Ya no estás en esta sala, así que no se envió nada.
refused-ask-not-here = Esto ha terminado, o alguien llegó antes. Gracias por querer acudir.
refused-help-first = Primero, ayuda: estas palabras suenan duras, y hay personas a las que llamar en la página de líneas de ayuda. Se pueden enviar tal cual con una pulsación más.
refused-ask-not-yet = Aún no hay nadie.
refused-ask-underway = Ya estáis hablando. Puedes cerrar la sala.
refused-ask-unknown = Elige uno de los botones.
refused-lamp-too-new = Quienes escuchan llevan aquí { $weeks } semanas.
refused-lamp-paused = Mientras tengas una pausa en algún sitio, tu lámpara sigue apagada.
refused-lamp-full = Estás con tantas personas como elegiste. Con eso basta.
refused-lamp-day-full = En 24 horas acompañaste a tantas personas como elegiste. Con eso basta.
refused-lamp-minutes = Elige media hora, una hora o dos.
refused-lamp-hours = Elige una primera hora y otra a la que termina.
refused-lamp-zone = Elige un lugar de la lista, para que las horas sean las de tu reloj.
refused-after-nobody = No hay nadie del último día a quien recordar.
refused-wave-urge = Elige un número del 0 al 10, o ninguno.
refused-plan-shut = Aquí hay un plan que no se abre. No se escribió nada encima: di primero que puede irse, o quítalo en la página de tu plan.
refused-wave-edge = Di si es antes o después.

## Cómo va lo de pedir compañía, para el equipo anfitrión
company-title = Cuando se pide compañía
company-what = En el último año, en decenas. Quién la pidió y quién acudió no está escrito en ningún sitio.
company-asked = Pidieron compañía
company-soon = Alguien acudió en dos minutos
company-ten = Alguien acudió en diez minutos
company-unanswered = No acudió nadie
company-some = { $n } o más
company-few = Menos de diez
load-title = Cuánto recae en una persona que escucha
load-what = En la última semana en que escucharon diez personas o más. Lo que hizo cada una no se guarda, y no hay clasificación.
load-listeners = Personas que escucharon
load-median = La mitad acudió como mucho
load-most = Nadie acudió más veces que
load-few = Todavía no hubo una semana en que escucharan diez personas o más.
answers-title = Cuánto tarda una primera respuesta
answers-what = En las últimas cuatro semanas, en grupos que muestran horas y en decenas. No se cuenta quién escribió ni quién respondió.
answers-posts = Publicaciones
answers-two = Sin respuesta tras dos horas
answers-twelve = Sin respuesta tras doce horas
answers-firsts = Primeras publicaciones con un nombre
answers-soon = De esas, con respuesta en una hora
