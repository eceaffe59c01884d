### Alguien puede estar pasándolo muy mal: ayuda antes de publicar, lo que ve quien cuida, y lo que le llega a quien escribió.

## Al escribir
lookout-ask = Ahora mismo no estoy a salvo. Por favor, cuidad de mí
lookout-ask-hint = Se enteran quienes cuidan de este lugar, y nadie más. Tus palabras se quedan. Puedes retirarlo.
lookout-will-tell = Quienes cuidan de este lugar sabrán que ahora mismo no estás a salvo, y nadie más.
lookout-told = Quienes cuidan de este lugar saben que ahora mismo no estás a salvo.
lookout-yours = Pediste a quienes cuidan de este lugar que cuiden de ti. Lo saben solo ellos.
lookout-safe = Ya estoy a salvo
lookout-methods = Por favor, deja fuera cómo y con qué. Puede herir a otras personas que leen esta noche.
lookout-offer-title = Antes de publicar
lookout-offer-lead = Tus palabras pesan. No estás a solas con esto, y pueden publicarse tal como están.
lookout-offer-support = Abrir Apoyo
lookout-offer-tab = Se abre al lado de esta página. Tus palabras se quedan aquí.
lookout-offer-yours = Tus palabras
lookout-offer-flag = Al publicarlas, quienes cuidan de este lugar sabrán que quizá quieras compañía. Nadie más.
lookout-offer-post = Publicar tal como está

## Quién está
duty-title = De guardia
duty-now = { $n ->
    [0] Ahora mismo no hay nadie de guardia entre quienes cuidan de este lugar. Tus palabras se leen cuando llegue alguien.
    [one] Ahora mismo hay una persona de guardia entre quienes cuidan de este lugar.
   *[other] Ahora mismo hay { $n } personas de guardia entre quienes cuidan de este lugar.
}
duty-count = { $n ->
    [0] Ahora mismo no hay nadie de guardia.
    [one] Ahora mismo hay una persona de guardia.
   *[other] Ahora mismo hay { $n } personas de guardia.
}
duty-yours = { $n ->
    [0] Tú lo estás, menos de un minuto más.
    [one] Tú lo estás, un minuto más.
   *[other] Tú lo estás, { $n } minutos más.
}
duty-begin = { $n ->
    [one] Una hora
   *[other] { $n } horas
}
duty-end = Dejo la guardia
duty-what = Los demás ven cuántas personas hay de guardia, nunca quiénes. Se olvida cuando acaba tu tiempo.

## Lo primero
lane-title = Primero las personas
lane-other = Todo lo demás
lane-lately = Acompañadas en los últimos siete días
lane-lately-what = A cada una se le pregunta al día siguiente cómo está. Puedes ver lo que se dijo.
look-asked = Quien escribió esto nos pide que cuidemos de su persona.
look-met = Las palabras coinciden con una línea de la lista. No se hizo nada más.
look-yours-short = Estás mirando esto. Los demás te lo dejan cinco minutos.
look-card-flag = Quien escribió aquí puede necesitar a alguien.
lane-help = Lo que puede ayudar
lane-help-first = Escribe pronto, de persona a persona. Una línea amable basta para empezar.
lane-help-ask = Pregunta con claridad si está a salvo, y escucha.
lane-help-stay = Di qué viene después y cuándo vuelves a estar.
lane-help-fold = Pliega las palabras que dicen cómo o con qué. Lo demás se queda.
lane-leave = Lo que conviene dejar
lane-leave-remove = Quitar palabras o cerrar respuestas: deja a alguien a solas.
lane-leave-lecture = Consejos que nadie pidió, culpas o hablar de normas.
lane-leave-press = Insistir en un nombre o una dirección. Usa lo que te contó.
lane-leave-alone = Llevarlo a solas. Llama a una segunda persona.
lane-reviewed = Estas líneas vienen de guías públicas para personas de apoyo. Haz que las revise alguien con formación médica antes de fiarte de ellas.
lane-much = Hoy has acompañado a varias personas. Otra persona puede ocuparse de la siguiente: «Llamar a los demás» se la pasa. También puedes descansar de tu turno un tiempo.
lane-said = Lo que se dijo hasta ahora
lane-answered = Respondió
lane-write = Escribirle
lane-say = ¿Qué quieres enviar?
lane-say-own = Mis propias palabras
lane-words = Tus palabras
lane-words-hint = Lo lee solo esa persona. Tu nombre no se muestra: llega de quienes cuidan de este lugar.
lane-offers = Ofrecer Apoyo con ello
lane-send = Enviárselo
lane-far = Es de otra comunidad. Desde aquí no puedes escribirle. Quienes cuidan de aquella comunidad pueden.
lane-pass = Llamar a una segunda persona, o entregarlo
lane-note = Una nota para quien venga, si quieres
lane-note-hint = Lo que viste, lo que dijiste, lo que queda abierto.
lane-pass-send = Llamar a los demás
lane-close = Cerrar por ahora
lane-close-what = Mañana se le pregunta cómo está, una vez. Si responde, esto vuelve a esperar aquí.
lane-close-send = Cerrar, y preguntar mañana
lane-hard = Otras decisiones
lane-hard-what = Lo que oculta palabras, frena a alguien o sale fuera lo deciden dos personas. La primera lo propone, la segunda decide lo mismo.
care-say-read = Leí tus palabras. Me alegra que lo dijeras aquí. ¿Quieres contarme más?
care-say-company = No tienes que llevar esta noche a solas. ¿Quieres que alguien se quede y escriba contigo un rato?
care-say-safe = Te lo pregunto con claridad: ¿estás a salvo ahora mismo? Si no, llama al número de emergencias o ve adonde haya gente. Aquí también estamos.
care-did-words = Se le escribió
care-did-after = Se le preguntó cómo está
care-did-note = Una nota para los demás
act-verb-care = Alguien le acompañó
act-means-care = Cerrado por ahora. Mañana se le pregunta cómo está.
act-did-care = Alguien le acompañó
act-verb-outside = Pedir ayuda fuera
act-means-outside = Queda anotado que dos de vosotros pedisteis ayuda a un servicio de emergencias o a alguien de fuera, como último recurso. La llamada la hacéis vosotros.
act-did-outside = Se pidió ayuda fuera
own-did-care = Alguien estuvo contigo
own-did-outside = Pedimos ayuda fuera de esta comunidad

## Lo que llega a quien escribió
title-care = Unas palabras para ti
care-title = Unas palabras para ti
care-what = Lo que te escribieron quienes cuidan de este lugar. Lo lees solo tú.
care-from = De quienes cuidan de este lugar
care-none = Aquí no te ha escrito nadie.
care-after = ¿Cómo estás hoy? Puedes responder, o dejarlo. Las dos cosas están bien.
care-offers = Apoyo está abierto para ti a cualquier hora
care-answer = Tu respuesta
care-answer-hint = Una por cada palabra. La leen quienes cuidan de este lugar.
care-answered = Respondiste:
care-quiet = No me preguntéis más cómo estoy
care-is-quiet = Ya no se te pregunta cómo estás.
care-ask-again = Preguntadme otra vez
care-kept = Esto se va treinta días después de cerrarse.
news-care = Hay unas palabras para ti
news-follow-up = A alguien a quien acompañaste ayer se le pregunta hoy cómo está

## La lista
phrases-title = Palabras tras las que se ofrece ayuda
phrases-lead = Cuando alguien va a publicar palabras así, primero se le ofrece ayuda, y con una pulsación más las publica tal como están. Se avisa a quienes cuidan. Nada se para, se oculta ni se cuenta.
phrases-added = Líneas tuyas
phrases-added-hint = Una por línea, hasta 200. Valen palabras enteras, en mayúsculas o no.
phrases-dropped = Líneas del servidor que se dejan fuera
phrases-dropped-hint = Una por línea, como abajo.
phrases-ours = Las líneas que vienen con el servidor
phrases-kept = La lista está guardada.

## Tras una recaída
setback-hours = Puede que tu cuerpo esté menos acostumbrado. Ten a alguien cerca, y naloxona si puede tratarse de opioides. Dejar de golpe el alcohol o las pastillas para dormir puede ser peligroso: pregunta antes a un médico.
setback-safer = Próximas horas más seguras
setback-ask = Preguntadme cómo estoy en unas horas, mañana, en tres días y en una semana
setback-ask-hint = Una línea discreta en Novedades, solo para ti. Puedes terminarlo cuando quieras.
setback-after = ¿Cómo estás, un tiempo después de lo que contaste? No tienes que responder a nadie.
setback-line = Una línea que pediste
setback-say = Decir algo en un grupo
setback-hush = Por ahora, solo palabras amables
setback-open = Dejar que respondan otra vez
setback-hushed = Quien escribió esto prefiere por ahora solo palabras amables.
pause-title = Antes de enviar
pause-lead = Aquí alguien cuenta una recaída. Estas palabras pueden sonar a culpa, y la culpa hace más difícil volver.
pause-try = Puedes decir qué te ayudó a ti, o que te alegra que esté aquí.
pause-change = Decirlo de otra manera
pause-send = Enviar tal como está
rules-say-setback = Aquí alguien cuenta una recaída. Primero compañía: consejos cuando los pida.

refused-care-far = Es de otra comunidad. Desde aquí no puedes escribirle.
refused-care-closed = Esto está cerrado por ahora. Vuelve a esperar cuando responda.
refused-care-answered = Ya respondiste a esto.
refused-care-nothing = Escribe una línea, o elige palabras que ya están listas.
refused-duty-hours = Elige 1, 2, 4 u 8 horas.
refused-phrases-many = Una lista tiene 200 líneas como mucho.
refused-phrases-long = Una línea tiene 80 letras como mucho.
refused-thread-stays-open = Alguien puede necesitar a la gente de este hilo. Dos de vosotros decidís a la vez cerrar las respuestas, desde lo que espera a ser mirado.
