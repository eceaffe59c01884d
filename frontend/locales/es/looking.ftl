### Looking after things: what waits, what was decided, how it can be answered.

title-look = Por mirar
title-log = Lo que decidimos
title-did = Lo que hicimos
title-all = Todo lo que escribió

look-title = Por mirar
look-one = Algo por mirar
look-count = { $n ->
    [one] Hay una cosa pendiente.
    [50] Las primeras 50 pendientes.
   *[other] Hay { $n } cosas pendientes.
}
look-oldest = La más antigua se contó { $when }.
look-none = No hay nada pendiente. Gracias.
look-fold = Plegado, para que elijas cuándo
look-told = { $n ->
    [one] Nos avisó una persona
   *[other] Nos avisaron { $n } personas
}
look-heading-danger = Alguien puede estar en peligro
look-heading-worried = Preocupa alguien
look-heading-outing = Puede que se delate a alguien
look-heading-solicitation = Puede que alguien venda tratamiento
look-heading-advances = Insinuaciones que quizá no son bienvenidas
look-heading-affiliation = Quizá alguien cobra por lo que recomienda
look-heading-sourcing = Puede que alguien venda algo
look-heading-cruel = Esto puede ser cruel
look-heading-advice = Consejo que puede hacer daño
look-heading-spam = Lo mismo en muchos sitios
look-heading-other = Algo por mirar
look-taken = { $name } lo está mirando.
look-yours-now = Lo estás mirando tú.
look-yours = Lo estás mirando. Los demás te lo dejan un cuarto de hora.
look-in-thread = En: { $title }
look-gone = Las palabras ya no están.
look-quoted = Las palabras de las que se trata
look-earlier = Lo que se decidió antes
look-of-writer = Lo que se decidió sobre otras palabras suyas
look-proposed = espera a una segunda persona
look-proposed-days = { $n ->
    [one] espera a una segunda persona, por un día
   *[other] espera a una segunda persona, por { $n } días
}
look-proposed-label = espera a una segunda persona: { $tie }, { $with }
look-undone = retirado
look-side-group = por el grupo
look-side-house = por toda la comunidad
look-dropped = lo propuso una de dos personas, y nunca llegó a valer
look-in-place = Verlo en su sitio
look-kept-here = Esto se guarda aquí. Fuera no se avisó a nadie.
look-kept-there = Esto se guarda en { $host }. Allí no se avisó a nadie.
look-kept-told = Esto se guarda en { $host }. También se avisó a quienes lo cuidan allí.
look-decided = Decidido. Puedes retirarlo en:
look-stays = Retirado. Después se decidió otra cosa sobre lo mismo, y eso sigue en vigor. Está en:
look-before = Retirado. Antes se decidió otra cosa sobre lo mismo, y eso vuelve a estar en vigor hasta que termine. Está en:
look-all = Todo lo que escribió en este grupo, para quitarlo de la vista de una vez
look-all-here = Todo lo que escribió en cualquier lugar de aquí, para quitarlo de la vista de una vez
look-passed = Ahora lo lee otra persona, o ya no está. Lo decidido está en:
look-now = Decidir aquí
look-open = Mirarlo
look-pick = Marcar
look-several = Decidir sobre lo marcado
look-several-hint = Lo mismo para cada uno. Ves qué pasaría con cada uno antes de que pase nada. Se deja fuera lo que mira otra persona y lo que deciden dos.
look-several-do = Ver qué pasaría
look-verb = ¿Qué debe pasar?
look-words = Una frase para quien lo escribió
look-words-hint = La leerá, así que escríbela como se lo dirías. Si todo se queda como está, no se avisa a nadie.
look-days = Para una pausa: días (1 a 90)
look-removes = Quitar también las palabras de la vista
look-notes = Para plegar: qué nota
look-do = Decidir
look-after = Puedes retirarlo desde la lista de decisiones. Quien lo reciba puede responder. Eso lo lee otra persona, si la hay.
look-take = Yo me ocupo
look-hand-up = Pasarlo a los anfitriones
look-care = Se avisó por preocupación, no por una regla rota. Una palabra amable y un número pueden bastar.
look-takes-two = Alguien se preocupa por quien escribió esto, y eso aún espera. Hasta que se cierre, cada paso duro lo decidís dos, de uno en uno. Para una nota o un pliegue basta una persona.
look-two = Aquí cada paso duro lo decidís dos, de uno en uno. Para una nota o un pliegue basta una persona.
look-card-thread = { $n ->
    [one] Una persona nos avisó de esta publicación.
   *[other] { $n } personas nos avisaron de esta publicación.
}
look-card-reply = { $n ->
    [one] Una persona nos avisó de una respuesta de aquí.
   *[other] { $n } personas nos avisaron de una respuesta de aquí.
}
look-answers = Respuestas a decisiones
look-answer-by = responder antes del { $day }
look-answer-what = Las palabras de que se trata
look-answer-words = Tu respuesta
look-answer-ask = Preguntarle algo antes
look-answer-asked = Se le preguntó:
look-answer-quiet = Aún no hay respuesta a eso. Puedes responder igualmente.
look-answer-stays = Responder, y se queda así
look-answer-lift = Responder y retirar la decisión
look-ready-danger = Nos importas. Por favor, acude ahora a alguien cercano o a una línea de ayuda.
look-ready-worried = Leímos tus palabras y nos importa cómo estás. Si quieres compañía, aquí estamos.
look-ready-outing = Nombraba a alguien que no está aquí para consentirlo.
look-ready-solicitation = Aquí no vendemos ni recomendamos tratamientos.
look-ready-advances = Hubo quien dijo que estas insinuaciones no son bienvenidas.
look-ready-affiliation = Di por favor para quién trabajas: puedes hacerlo en Tú, para quién trabajo.
look-ready-sourcing = Aquí no compramos, vendemos ni buscamos sustancias.
look-ready-cruel = Estas palabras hirieron a alguien. Puedes decirlo de otra manera.
look-ready-advice = Un consejo médico que no encaja puede hacer daño. Cuenta lo que te ayudó a ti.
look-ready-spam = Las mismas palabras están en muchos sitios. Con uno basta.
look-ready-other = Te pedimos que sigas lo que este grupo acordó.

act-verb-fine = Se queda como está
act-verb-note = Una nota a quien lo escribió
act-verb-warn = Una advertencia a quien lo escribió
act-verb-label = Poner una etiqueta junto a su nombre
act-verb-fold = Plegarlo tras una nota de contenido
act-verb-remove = Quitarlo de la vista
act-verb-remove-all = Quitarlo todo de la vista
act-verb-move = Moverlo a otro grupo
act-verb-lock = Parar las respuestas
act-verb-slow-thread = Hacer más lento el hilo
act-verb-slow = Hacer más lento a quien escribe en este grupo
act-verb-mute = Que quien escribe solo lea en este grupo
act-verb-pause = Pausar a quien lo escribió en este grupo
act-verb-close = Sacar de este grupo a quien lo escribió
act-verb-remove-all-here = Quitar de la vista todo lo que escribió aquí
act-verb-pause-here = Pausar la cuenta
act-verb-close-here = Cerrar la cuenta
act-means-fine = Solo lo saben quienes avisaron.
act-means-note = Lee tu frase. Las palabras se quedan.
act-means-warn = Lee tu frase, y que habrá algo más si sigue. Las palabras se quedan.
act-means-label = Dice para quién trabaja, durante un año o hasta que se retire. Sus alias no la llevan.
act-means-fold = Las palabras se quedan y cada cual elige cuándo abrirlas.
act-means-remove = Quien lo escribió aún puede leerlo y responder.
act-means-remove-all = Todo lo que dijo en este grupo. Puedes retirarlo.
act-means-move = Está en otro grupo que cuidan las mismas personas.
act-means-lock = Se puede leer y ya no responder.
act-means-slow-thread = Entre dos respuestas de un mismo nombre pasa una hora, hasta el día que elijas.
act-means-slow = Entre dos cosas que diga pasa una hora, hasta el día que elijas.
act-means-mute = Puede leer y poner palabras amables. No comparte ni responde aquí hasta el día que elijas.
act-means-pause = Queda fuera del grupo hasta el día que elijas.
act-means-close = Queda fuera del grupo sin fecha de fin.
act-means-remove-all-here = Todo lo que dijo en grupos que puedes leer. Puedes retirarlo.
act-means-pause-here = Queda fuera de la comunidad hasta el día que elijas.
act-means-close-here = Queda fuera de la comunidad sin fecha de fin.
act-did-fine = Se queda como está
act-did-note = Una nota a quien lo escribió
act-did-warn = Una advertencia a quien lo escribió
act-did-label = Una etiqueta junto a un nombre
act-did-fold = Plegado tras una nota de contenido
act-did-remove = Fuera de la vista
act-did-remove-all = Todo lo escrito en un grupo, fuera de la vista
act-did-move = Movido a otro grupo
act-did-lock = Respuestas paradas
act-did-slow-thread = Hilo más lento
act-did-slow = Más lento en el grupo
act-did-mute = Solo lee en el grupo
act-did-pause = En pausa en el grupo
act-did-close = Fuera del grupo
act-did-remove-all-here = Todo lo escrito aquí, fuera de la vista
act-did-pause-here = Cuenta en pausa
act-did-close-here = Cuenta cerrada

all-title = Todo lo que { $name } escribió aquí
all-count = { $n ->
    [0] No queda nada suyo en este grupo.
    [one] Queda una publicación o respuesta en este grupo.
   *[other] Quedan { $n } publicaciones y respuestas en este grupo.
}
all-count-here = { $n ->
    [0] No queda nada suyo donde puedas leerlo.
    [one] Queda una publicación o respuesta donde puedes leerla.
   *[other] Quedan { $n } publicaciones y respuestas donde puedes leerlas.
}
all-newest = Estas son las más recientes. Las más antiguas también se quitan.
all-waiting = { $n ->
    [one] Una más espera una mirada, y también se quita: nadie la deja pasar.
   *[other] { $n } más esperan una mirada, y también se quitan: nadie las deja pasar.
}
all-read = Mirarlas antes
all-reply = Una respuesta

log-title = Lo que decidimos
log-what = Para quienes cuidan esto, durante tres meses, y mientras siga en pie. Los demás solo ven números.
log-none = Nada todavía.
log-undo = Retirar


refused-act-unchosen = Elige qué debe pasar.
refused-act-days = Una pausa tiene de 1 a 90 días.
refused-act-note = Elige la nota tras la que se pliegan estas palabras.
refused-act-taken = Otra persona lo está mirando ahora mismo. En unos minutos queda libre.
refused-act-decided = Alguien lo decidió mientras tanto.
refused-act-second-person = Ya lo propusiste. Una segunda persona lo decide contigo.
refused-act-by-itself = Alguien se preocupa por esta persona. Propón cada paso por separado, para que las dos personas decidáis lo mismo.
refused-act-nobody-above = Nadie más cuida de toda la comunidad que pueda leer esto. Se queda contigo y con quienes cuidan del grupo contigo.
refused-act-undone = Esto ya no está en vigor.
refused-act-answered = Esto ya tiene respuesta.

look-label = La etiqueta: para quién trabaja
look-label-hint = Una etiqueta es de este único nombre. Lo que sepas de un alias se queda con él: no escribas aquí nada que diga quién está detrás de uno. Si el nombre ya lo dice por sí mismo, no hace falta decidir.
look-pattern = { $people } personas avisaron de este nombre por venta o insinuaciones, en { $cases } cosas en 90 días.
look-pattern-places = Vienen de { $places } grupos.
refused-act-label = Di qué clase de negocio es, y cuál, en hasta 80 letras.

## Varios a la vez
several-title = Qué pasaría
several-done-title = Qué se decidió
several-would = { $n ->
    [0] No se decidiría nada sobre los { $all } que marcaste.
    [one] Se decidiría uno de los { $all } que marcaste.
   *[other] Se decidirían { $n } de los { $all } que marcaste.
}
several-did = { $n ->
    [0] No se decidió nada sobre los { $all } que marcaste.
    [one] Se decidió uno de los { $all } que marcaste.
   *[other] Se decidieron { $n } de los { $all } que marcaste.
}
several-told = { $n ->
    [one] Un nombre lee esta frase.
   *[other] { $n } nombres leen esta frase.
}
several-row-in = se decidiría
several-row-done = decidido
several-row-left = se deja fuera
several-unknown = Algo que marcaste
several-left-absent = No te toca mirarlo, o ya no.
several-left-keepers = Aquí estás para acompañar a las personas. Esto lo deciden otros.
several-left-decided = Ya se decidió.
several-left-taken = Otra persona lo está mirando ahora mismo.
several-left-two-people = Puede que alguien necesite compañía: esto lo decidís dos, en su propia página.
several-left-unfit = Esto no se le puede hacer.
several-left-gone = Las palabras ya no están.
several-do = Decidir sobre estos
several-edit = Cambiar algo
several-back = Lo que queda pendiente

refused-act-unpicked = Marca al menos uno.
refused-act-too-many = Se deciden como mucho 50 a la vez.
move-title = Mover a otro grupo
move-lead = Para lo que se abrió en la sala equivocada. Está en { $group }.
move-where = ¿Dónde debería estar?
move-another = Otro grupo
move-group = Un grupo que cuidas
move-none = No cuidas ningún otro grupo que esté abierto.
move-look = Ver qué cambia
move-to = A { $group }
move-readers-now = Ahora
move-readers-then = Después
move-goes-along = Todas las respuestas van con ella, y cada cual conserva el nombre con el que habló.
move-address = Su dirección no cambia, y lleva hasta ella a quien pueda leerla.
move-elsewhere = A las comunidades que siguen { $from } y no { $to } se les pide que suelten sus copias. Si deshaces el cambio, esas no vuelven.
move-told = Se avisa a quien la escribió, y lee tu frase. Se puede mover una vez, y puedes deshacerlo en el registro de servicio.
move-rules = Lo que { $group } pide a la gente
move-reason = ¿Por qué?
move-reason-hint = Una frase para quien la escribió.
move-do = Moverla a { $group }
menu-move = Mover a otro grupo
thread-moved-from = Movida aquí desde { $group }.
thread-moved = Movida aquí desde otro grupo.
refused-move-same = Ya está en ese grupo.
refused-move-closed = En uno de estos dos grupos ya no publica nadie.
refused-move-elsewhere = Una conversación solo se puede mover entre grupos de esta comunidad.
refused-move-writer-out = Puede que quien la escribió no pueda leerla allí.
refused-move-again = Ya se movió antes. Deshaz eso primero.
refused-move-not-now = Por ahora se queda donde está. Puedes decir que sí más adelante.
refused-move-worried = Alguien se preocupa por una persona de esta conversación, y eso aún espera. Hasta que se cierre, la conversación se queda donde está.
move-asks = Allí podría leerla más gente de la que eligió quien la escribió. Primero se le pregunta, y nada se mueve antes de que diga que sí.
move-ask = Preguntar a quien la escribió
move-asked = Se preguntó a quien la escribió. Nada se mueve antes de que diga que sí.

## Dos pasos de una vez
look-both = Palabras fuera de la vista y una semana de pausa
look-both-what = Una decisión y una carta: las palabras dejan de verse y quien las escribió queda fuera de este grupo una semana. Si lo deshaces, vuelven las dos cosas.
look-both-words = Lo que leerán
look-both-do = Retirar y pausar

## Cuánto lleva aquí un nombre
look-here-new = llegó esta semana
look-here-weeks = { $n ->
    [one] lleva aquí una semana
   *[other] lleva aquí { $n } semanas
}
look-here-long = lleva aquí más de tres meses

## Lo que leen quienes avisaron
look-shares = Quienes nos avisaron también leen esta frase
look-shares-hint = Solo si nada en ella pertenece únicamente a quien escribió. Nunca se dice quién decidió.

## Entre quienes cuidan un caso
look-between = { $n ->
    [0] Notas entre quienes cuidan esto
   *[other] Notas entre quienes cuidan esto ({ $n })
}
look-between-what = Para quienes también pueden mirar esto, y para nadie más. Las notas se van cuando se va el caso.
look-between-label = Palabras para quienes también cuidan esto
look-between-leave = Dejar esta nota

## Lo que avisaron otras comunidades
look-heading-flag = Otra comunidad avisó de esto
look-flags = Avisos de otras comunidades
look-flags-what = Nada de esto tiene efecto por sí solo. Mira con cuidado: sabemos qué comunidad lo envió, no quién.
look-flag-from = { $host } avisó de esto. No se ha hecho nada por ello.
look-card-elsewhere = Otra comunidad avisó de algo aquí.

## Quién llegó hace poco y quién está limitado
title-people = Nombres nuevos y limitados
people-title = Nombres nuevos y limitados
people-what = Solo nombres, para quienes cuidan esto. Ningún alias está en estas listas, y a nadie se le dice que las lees.
people-all = Toda la comunidad
people-new = Llegaron esta semana o la anterior
people-new-none = Nadie nuevo.
people-this-week = llegó esta semana
people-last-week = llegó la semana pasada
people-limited = En pausa o fuera
people-limited-none = Nadie.
people-more = Más nombres
people-new-pages = Más nombres nuevos
people-limited-pages = Más nombres limitados
people-none-left = No hay más.
people-from-start = Todas las listas desde el principio
people-back = Dejar volver
people-until = hasta el { $day }
people-until-open = hasta que alguien les deje volver

## El círculo del día, para quienes cuidan de la comunidad.

circle-out-title = Sacarlo del círculo
circle-out-line = La línea de { $who } sale del círculo de este día. Su día sigue siendo suyo.
circle-out-greeting = Lo que { $who } dijo arriba sale del círculo de este día.
circle-out-week = { $who } ya no acoge, ni esta semana ni la siguiente. El círculo sigue abierto.
circle-out-free = Liberar la semana que acoge { $who }
circle-out-reason = Por qué, en una línea
circle-out-reason-hint = Lo lee en Decisiones y puede responder. Lo que sale no vuelve.
circle-out-go-line = Sacar la línea
circle-out-go-greeting = Sacar las palabras
circle-out-go-week = Liberar la semana
refused-circle-out-unchosen = Elige qué se saca.
act-verb-circle-line = Sacar una línea del círculo del día
act-verb-circle-greeting = Sacar un saludo del círculo del día
act-verb-circle-week = Liberar una semana del círculo del día
act-means-circle-line = Su día sigue siendo suyo, y puede responder.
act-means-circle-greeting = Sigue acogiendo, y puede responder.
act-means-circle-week = El círculo sigue abierto, y puede responder.
act-did-circle-line = Una línea sacada del círculo del día
act-did-circle-greeting = Un saludo sacado del círculo del día
act-did-circle-week = Una semana del círculo del día liberada
act-verb-pin = Mantenerla arriba
act-means-pin = Queda arriba en su grupo.
act-did-pin = Se mantiene arriba en el grupo
act-verb-held-through = Dejar pasar palabras que esperaban
act-means-held-through = Quedan como si se hubieran dicho ahora.
act-did-held-through = Se dejaron pasar palabras que esperaban
act-verb-held-back = Devolver palabras que esperaban
act-means-held-back = Están entre los borradores de quien las escribió, con una frase.
act-did-held-back = Se devolvieron palabras que esperaban
act-verb-guard = Proteger el grupo por un día
act-means-guard = Lo nuevo, y lo que viene de otros lugares, espera una mirada.
act-did-guard = El grupo, protegido por un día
act-verb-rules = Cambiar lo que el grupo revisa por sí mismo
act-means-rules = El formulario se lo dice a quien escribe allí.
act-did-rules = Se cambió lo que el grupo revisa por sí mismo
act-verb-close-behind = Dejar fuera del grupo a un alias y a quien está detrás
act-means-close-behind = Ya no habla allí con ningún alias. Nadie sabe quién es.
act-did-close-behind = Un alias, y quien está detrás, fuera del grupo
act-verb-appoint = Decir qué hace alguien por la comunidad
act-means-appoint = Se cambia entre las personas de la comunidad.
act-did-appoint = Se dijo qué hace alguien por la comunidad
act-verb-mute-here = Que solo lea en toda la comunidad
act-means-mute-here = Lee en todas partes, pone palabras amables y pide compañía. No comparte ni responde en ningún grupo hasta el día que elijas.
act-did-mute-here = Solo lee en toda la comunidad
