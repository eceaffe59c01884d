### Logros: qué es un día, mostrarlo, un nombre propio y las fichas que dan las personas.

milestone-days = { $n ->
    [one] Veinticuatro horas.
    [7] Una semana.
    [30] Treinta días.
    [60] Sesenta días.
    [90] Noventa días.
   *[other] { $n } días.
}
milestone-months = { $n ->
    [one] Un mes.
   *[other] { $n } meses.
}
milestone-years = { $n ->
    [one] Un año.
   *[other] { $n } años.
}
milestone-was = { $what } Fue el { $date }.
milestone-thank = Dar las gracias a quien ayudó
milestone-offer = Cuéntalo, o guárdalo para ti.
milestone-tell = Contarlo
milestone-keep = Guardarlo para mí
milestone-show = Mostrárselo a alguien
milestone-show-what = Quien elijas puede darte una ficha, con sus propias palabras. Lo ve durante tres días. No se muestra nada más de tu contador.
milestone-show-group = A un grupo
milestone-show-buddy = A alguien con quien te acompañas
milestone-shown = Se muestra ahí
milestone-take-down = No mostrárselo a nadie
milestone-nobody = Aún no hay ningún grupo ni nadie a quien mostrárselo.
milestone-named = «{ $name }». { $what }
milestone-with-name = Con el nombre que le pusiste
milestone-stands-named = { $what } Se muestra con su nombre a { $to }.
named-title = Días con un nombre tuyo
named-what = Un día que significa algo para ti: el verano sin, tanto como la última vez. Se cuenta desde el tramo que sigue y se te dice solo a ti en su día. Los demás leen el nombre solo donde lo muestras.
named-add = Poner nombre a un día
named-days = Después de cuántos días
named-days-hint = Días de un mismo tramo, como 92.
named-name = Cómo lo llamas
named-name-hint = Hasta 60 letras. Va sellado con tu contador.
named-after = { $n ->
    [one] Después de un día.
   *[other] Después de { $n } días.
}
named-remove = Quitar el nombre
milestone-stands = { $what } Se muestra a { $to }.
milestone-under = Va con tu propio nombre, { $name }.
milestone-in-group = Alguien de este grupo quiere que sepas hasta dónde ha llegado.
milestone-in-group-go = Verlo
milestones-title = Hitos que la gente muestra
milestones-what = Gente de tus grupos, y personas con quienes te acompañas, que quieren que lo sepas. Puedes dar una ficha, con tus palabras. Nadie tiene que hacerlo.
milestones-none = Ahora mismo nadie muestra ninguno.
milestones-cut = Hay más. Estos son los cien últimos.
milestone-on = Se muestra desde { $day }
chip-give = Dar una ficha
chip-give-what = Solo { $who } la lee, salvo que pida que alguien la mire. Puede guardarla, apartarla o devolverla, y no se te dice cuál.
chip-under = Va con tu propio nombre, { $name }.
chip-words = ¿Qué te gustaría decir?
chip-words-hint = De ti para esa persona. Una línea basta.
chip-go = Darla
chip-given = Diste una ficha por esto.
chip-waits = Alguien te dio una ficha.
chip-waits-go = Leerla
chips-title = Fichas que te dieron
chips-what = Dadas por personas, con sus propias palabras. Solo tú las ves, salvo que cuentes algo de alguna.
chips-none = Aquí no hay ninguna. Los hitos que muestres pueden traer alguna, y no hace falta.
chip-by = De { $who }
chip-keep = Guardarla
chip-hide = Apartarla
chip-bring = Traerla de vuelta
chip-give-back = Devolverla
chip-give-back-what = Entonces desaparece. No se le dice a nadie.
chips-aside = Apartadas
chip-state-new = Nueva
chip-state-kept = Guardada
chip-state-hidden = Apartada
refused-milestone-not-now = Hoy no hay ningún hito que mostrar. Después de unos días en silencio se puede mostrar una vez que digas cómo estás. Poco después de un tropiezo no se muestra nada.
refused-milestone-whom = Elige un grupo o a alguien con quien te acompañas.
refused-chip-already = Ya diste una ficha por esto.
refused-chip-waits = Este grupo miraría antes estas palabras, y una ficha no puede esperar. Quizá otras palabras sirvan.
refused-chip-looks = Por ahora este grupo mira antes lo que dices ahí, y una ficha no puede esperar. Una palabra en una conversación también le llega.
refused-chip-new = Dar una ficha en un grupo es para quienes llevan dos semanas aquí. Una palabra amable bajo una publicación llega hoy mismo.
refused-chip-shielded = Quien muestra esto llegó hace poco. Sus fichas son de personas que llevan dos semanas en este grupo.
refused-chip-unknown = Elige una de estas opciones.
refused-milestone-name-waits = Este grupo miraría antes ese nombre, y un logro no puede esperar. Muéstralo sin nombre o con otro.
