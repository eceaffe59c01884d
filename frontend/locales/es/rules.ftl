### Reglas que el grupo cuida por sí mismo: la página de quienes lo cuidan, y lo que dice un formulario antes de enviar.

title-group-rules = Reglas
rules-title = Reglas que el grupo cuida por sí mismo
rules-lead = Lo que se mira cuando alguien comparte aquí. El formulario lo dice antes de enviar, y nada de lo escrito se pierde. A quienes cuidáis el grupo nada de esto os detiene.

rules-guard = Cuando llega mucha gente a la vez
rules-guard-what = Durante un día, quienes llevan aquí una semana comparten como siempre. Todo lo demás, y lo que llega de otras comunidades, espera una mirada.
rules-guard-begin = Proteger el grupo durante un día
rules-guard-end = Terminar ahora
rules-guarded = { $hours ->
    [one] Protegido durante una hora más.
   *[other] Protegido durante { $hours } horas más.
}

rules-shares = Quién puede compartir
rules-shares-readers = Comparten los miembros, y quien puede leer una publicación puede responder
rules-shares-members = Comparten y responden los miembros
rules-shares-week = Miembros que llevan una semana en el grupo
rules-shares-fortnight = Miembros que llevan dos semanas en el grupo
rules-shares-month = Miembros que llevan cuatro semanas en el grupo
rules-looks = Qué espera una mirada
rules-looks-hint = Nadie más lo ve hasta que alguien de vosotros lo deja pasar.
rules-looks-first = Lo primero bajo un nombre
rules-looks-new = Lo que dicen los recién llegados
rules-looks-alias = Lo que dicen los alias
rules-looks-links = Lo que lleva un enlace
rules-looks-all = Todo
rules-pace = Tiempo entre dos cosas
rules-pace-hint = Para un mismo nombre en este grupo. Deja sitio a los demás.
rules-pace-minutes = { $minutes ->
    [0] Ninguno
    [60] Una hora
    [240] Cuatro horas
    [1440] Un día
   *[other] { $minutes } minutos
}
rules-quiet = Horas tranquilas
rules-quiet-hint = Horas enteras, de 0 a 23. La gente puede compartir igual, y lee que no hay nadie de guardia. Déjalas vacías si no hay.
rules-quiet-from = Desde
rules-quiet-until = Hasta
rules-quiet-offset = Horas por delante de UTC
rules-advice-where = Cómo se responde aquí, con consejos o sin ellos, se elige donde se cambia el grupo. Los formularios de respuesta lo dicen.

rules-lines = Palabras y enlaces
rules-lines-what = Cada línea se encuentra por palabras enteras, en mayúsculas o minúsculas, y por letras que se parecen.
rules-lines-none = Todavía no hay ninguna línea.
rules-line-new = Una línea nueva
rules-line-words = Palabras, frases o direcciones web
rules-line-words-hint = Separadas por comas. Por ejemplo: hay una cama libre, casas.example
rules-line-does = Qué pasa donde se encuentra una
rules-line-which = Qué aviso de contenido
rules-line-note = Ofrecer un aviso de contenido
rules-line-offer = Ofrecer otro grupo
rules-line-fold = Plegar las palabras tras un aviso de contenido
rules-line-hold = Dejar que las palabras esperen una mirada
rules-line-refuse = No tomar las palabras
rules-line-note-hint = Donde se ofrece un aviso, o se pliegan las palabras.
rules-line-nothing = Ninguno
rules-line-goes-to = Dónde tiene mejor casa
rules-line-goes-to-hint = Quien escribe puede llevar allí sus palabras con una pulsación, o seguir.
rules-line-sentence = Una frase para quien escribe
rules-line-sentence-hint = Amable, y con lo que puede hacer ahora. Puede quedar vacía.
rules-line-home = mejor contado en { $group }
rules-line-drop = Quitar esta línea
rules-line-try = Mirar qué habría encontrado
rules-line-again = Mirar otra vez
rules-line-keep = Guardar esta línea
rules-does-note = Ofrece el aviso: { $note }
rules-does-offer = Ofrece otro grupo
rules-does-fold = Pliega las palabras: { $note }
rules-does-hold = Las palabras esperan una mirada
rules-does-refuse = Las palabras no se toman
rules-tried = { $met ->
    [0] No habría encontrado nada de los últimos 30 días.
    [one] Habría encontrado una cosa de { $of } de los últimos 30 días.
   *[other] Habría encontrado { $met } cosas de { $of } de los últimos 30 días.
}
rules-tried-safety = La gente necesita estas palabras para cuidarse, y las encontraría: { $words }
rules-tried-much = Es buena parte de lo que se dice aquí. Quizá quieras una línea más estrecha.

rules-before = Antes de enviar
rules-say-guard = Este grupo está protegido por un tiempo: lo que compartas puede esperar antes una mirada.
rules-say-waits = Lo que compartes aquí espera antes una mirada. Nadie más lo ve hasta entonces.
rules-say-pace = { $minutes ->
    [one] Este grupo se toma su tiempo: entre dos cosas bajo un nombre pasa un minuto.
   *[other] Este grupo se toma su tiempo: entre dos cosas bajo un nombre pasan { $minutes } minutos.
}
rules-say-quiet = Aquí no hay nadie de guardia hasta las { $until }. Puedes compartir igual. Si es urgente, pulsa Apoyo arriba.
rules-say-crosstalk = Aquí las personas comparten, y no se responden entre sí: una respuesta va a quien abrió la publicación. Una palabra amable es bienvenida bajo cada respuesta.
rules-say-own-experience = Aquí cada cual cuenta lo suyo y deja los consejos aparte.
rules-say-when-asked = Aquí nadie ha pedido ideas. Cuenta lo tuyo, o di que estás ahí.
rules-say-you = Aquí cada cual habla de su propia vida. «Yo» puede llegar más lejos que «deberías».
rules-offer-note = Ponerle este aviso de contenido: { $note }
rules-offer-home = Esto puede tener mejor casa en { $group }.
rules-offer-move = Compartirlo en { $group }
rules-go-on = Cambia lo que quieras, o envíalo como está.
rules-openers = deberías, debes, tienes que, necesitas, hay que

refused-rules-words = Algo en estas palabras no es para este grupo. { $sentence } Cámbialo y envíalo de nuevo; nada se pierde.
refused-rules-members = Aquí comparten y responden los miembros del grupo. Puedes unirte en su propia página.
refused-rules-weeks = { $weeks ->
    [one] Aquí se comparte cuando se lleva una semana en el grupo.
   *[other] Aquí se comparte cuando se llevan { $weeks } semanas en el grupo.
}
refused-rules-reads-along = { $days ->
    [one] En este grupo solo lees hasta mañana. En Tú, decisiones, puedes leer por qué y responder. Si es urgente, pulsa Apoyo arriba.
   *[other] En este grupo solo lees { $days } días más. En Tú, decisiones, puedes leer por qué y responder. Si es urgente, pulsa Apoyo arriba.
}
refused-rules-reads-along-here = { $days ->
    [one] En esta comunidad solo lees hasta mañana. En Tú, decisiones, puedes leer por qué y responder. Si es urgente, pulsa Apoyo arriba.
   *[other] En esta comunidad solo lees { $days } días más. En Tú, decisiones, puedes leer por qué y responder. Si es urgente, pulsa Apoyo arriba.
}
refused-rules-asks = Mira lo que se ofrece para estas palabras, y envíalas de nuevo.
refused-rules-change = Con estas palabras tendría que esperar una mirada, y un cambio no puede esperar. Dilo en una publicación o respuesta nueva.
refused-rules-pace = { $minutes ->
    [one] Este grupo se toma su tiempo. Puedes enviarlo dentro de un minuto.
   *[other] Este grupo se toma su tiempo. Puedes enviarlo dentro de { $minutes } minutos.
}
refused-rules-unchosen = Elige una de estas.
refused-rules-minutes = Elige de 0 a 1440 minutos.
refused-rules-empty = Escribe al menos una palabra o una dirección web que buscar.
refused-rules-too-many = Hay tantas líneas como puede tener un grupo. Quita una antes.

held-why-look = Espera por ser lo primero de un alias, o porque lo de su comunidad espera.
held-why-first = Es lo primero bajo este nombre aquí.
held-why-new = Es de alguien recién llegado.
held-why-links = Lleva un enlace.
held-why-all = Aquí todo espera una mirada.
held-why-words = Coincide con una de vuestras líneas.
held-why-pace = Llegó más de allí de lo que permite el ritmo.
held-why-shares = Aquí comparten los miembros, y llegó de otra comunidad.
held-why-guard = El grupo está protegido.
held-words-name = Solo si las palabras no se publican. Quien las escribió lo lee, y las tiene de vuelta en sus borradores.
waits-own = A la espera de una mirada
waits-own-what = Nadie más las ve aún, salvo quienes cuidan el grupo.
waits-yours = Nadie más las ve hasta entonces. Puedes recuperarlas:
waits-withdraw = Devolverlo a mis borradores
waits-quiet = Ahora no hay nadie de guardia allí. Lo miran después de las { $until }.
waits-support = El apoyo está abierto.
drafts-came-back = Volvió con una frase: { $why }
news-sent-back = Han vuelto palabras tuyas de { $group }
news-let-through = Ya se pueden leer palabras tuyas que esperaban
look-shelf = { $n ->
    [one] Una cosa espera una primera mirada en { $group }
   *[other] { $n } cosas esperan una primera mirada en { $group }
}
