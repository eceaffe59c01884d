### A thread and what can be done with it.

thread-locked = Esta publicación se puede leer, pero ya no admite respuestas: { $reason }
thread-lock = Detener las respuestas
thread-lock-reason = ¿Por qué? Lo ve quien lea la publicación.
thread-muted-title = Una publicación con una palabra que silenciaste
thread-folded-title = Una publicación con aviso de contenido
thread-replies = { $n ->
    [one] 1 respuesta
   *[other] { $n } respuestas
}
tag-pinned = fijada
card-waiting = A la espera de una primera respuesta

fold-muted = Tiene una palabra que silenciaste
fold-note = Aviso de contenido: { $notes }

refused-reach-only-narrower = Una publicación puede acercarse, no ir más lejos. Elige otra vez quién puede verla.
refused-note-required = Este grupo pide un aviso de contenido. Elige el que corresponda, o indica que no hace falta ninguno.
refused-note-elsewhere = Las publicaciones sobre esto van en { $group }. Puedes llevar allí tus palabras.
refused-note-not-here = Las publicaciones sobre esto no tienen sitio en este grupo. Elige otro grupo para tus palabras.
refused-reaction-own = Las palabras amables son para las publicaciones de otras personas.
refused-reaction-unknown = Elige una de las cuatro palabras amables.

## Kind words
still-sending = Aún se está enviando
reaction-put = Dijiste: { $word }
reaction-taken-back = Lo retiraste.
reaction-who = Ver quién
reactions-title = Quién te dejó una palabra amable
reactions-only-you = Solo tú ves esto.
reactions-none = Nadie todavía. Es pronto.
thread-back = Volver a la publicación

## Drafts
drafts-title = Borradores
drafts-none = No tienes borradores. Aquí están las palabras que guardas para más tarde.
drafts-yours = Solo tú los ves.
drafts-delete = Descartarlo
share-title = Comparte algo
refused-draft-empty = Aquí aún no hay nada escrito, así que no hay nada que guardar.
refused-drafts-too-many = Tienes cincuenta borradores, y no guardamos más. Descarta uno antes.
refused-draft-too-long = Esto es demasiado largo para guardarlo. Tus palabras siguen aquí.

## The thread page
tag-new = recién llegó
tag-remote = de otra comunidad
tag-wrote-post = escribió esta publicación
tag-changed = cambiada
tag-goes = { $days ->
    [0] se va hoy
    [one] se va mañana
   *[other] se va en { $days } días
}
thread-ask = Pide: { $ask }
thread-about-group = Acerca de este grupo
thread-group-closed = Este grupo se puede leer, pero no admite publicaciones nuevas.
fold-told = Avisaste de esto
fold-told-open = Volver a mostrármelo
thread-told-title = Algo de lo que avisaste
fold-open = Abrir
fold-shut = Plegar
menu-more = Más
menu-edit = Cambiar
menu-take-back = Retirar
menu-history = Cómo era antes
menu-pin = Fijar arriba
menu-unpin = Dejar de fijar arriba
menu-unlock = Permitir respuestas de nuevo
replies-title = Respuestas
replies-none = Nadie ha respondido todavía. Con unas pocas palabras basta.
replies-none-yours = Nadie ha respondido todavía. No es por ti; es pronto. Tus palabras siguen ahí.
replies-newest = Primero las más nuevas
replies-oldest = Primero las más antiguas
replies-more = Más respuestas
replies-pages = Páginas de respuestas
replies-check = Ver si hay respuestas
replies-rest = Mostrar el resto de esta rama
replies-rest-count = { $n ->
    [one] Mostrar 1 respuesta más
   *[other] Mostrar { $n } respuestas más
}
live-one = 1 respuesta nueva, mostrar
live-many = { $n } respuestas nuevas, mostrar
branch-what = Esto es una rama de una publicación.
branch-whole = Mostrar la publicación entera
branch-above = A qué responde
branch-label = Esta rama

### Un círculo pequeño por un día.

small-title = Un círculo pequeño por hoy
small-what = Durante un día, lo que dices va a un grupo que eliges. Es para un día en que consumiste, y para cualquier otro día difícil. Nada dice cuál es.
small-used = Hoy he consumido
small-used-hint = Un círculo pequeño por un día: un grupo, y nadie te pide nada
small-reads = Un grupo lee lo que dices, y solo su gente: publicaciones, respuestas, cómo estás, un hito. Quien te acompaña y a quien se lo cuentas lo lee como siempre. No vale para otro nombre con que hablas: diría de quién es.
small-asks = No te pregunta nadie que busque compañía, ni nadie que busque quien acoja.
small-nobody = Nadie ve que es así: ningún grupo, nadie que cuide, nadie que administre. Nunca es motivo para echarte.
small-tomorrow = Mañana una línea tranquila pregunta si lo mantienes, y te muestra lo que dijiste. Puedes terminarlo cuando quieras.
small-choose = ¿Qué grupo?
small-begin = Hacerlo pequeño por hoy
small-holds = Hoy lo que dices va solo a { $group }.
small-holds-what = Por { $hours ->
        [one] una hora
       *[other] { $hours } horas
    } más. Pedir compañía sigue abierto como siempre.
small-say = Decir algo ahí
small-over = Tu círculo pequeño por un día terminó. ¿Lo mantienes un día más?
small-over-what = Lo que dijiste queda donde lo dijiste. Aquí está otra vez: léelo, cámbialo o retíralo.
small-over-none = Ese día no dijiste nada ahí.
small-change = Cómo es, y soltarlo
small-read = Leer lo que dijiste
small-keep = Mantenerlo un día más
small-end = Soltarlo
small-none = Aún no estás en ningún grupo que pueda ser tu círculo. El apoyo está abierto.

refused-small-circle = Hoy lo que dices va solo a { $group }. Dilo ahí, o suelta primero el círculo pequeño.
refused-small-circle-wider = Hoy lo que dices va solo a { $group }, y esto lo leen también otras personas. Empieza ahí algo tuyo, o suelta primero el círculo pequeño.
refused-small-unchosen = Elige un grupo.
refused-small-over = No hay ningún círculo pequeño que mantener. Puedes empezar uno nuevo.
