### What stands around every page.

shell-shortcuts = Atajos
shell-skip = Ir al contenido
shell-leave-fast = Salir rápido de este sitio
shell-support = Apoyo
shell-leave = Salir
shell-doors = Principal
shell-foot = Sobre este lugar
foot-about = Acerca de
foot-who-sees = Quién puede ver qué
foot-access = Accesibilidad
foot-reading = Idioma y lectura
leave-one = Pulsa Mayús dos veces más para salir.
leave-two = Pulsa Mayús una vez más para salir.

door-today = Hoy
door-groups = Grupos
door-share = Compartir
door-you = Tú

tag-alias = alias

## When something was said
when-now = hace un momento
when-minutes = { $n ->
    [one] hace 1 minuto
   *[other] hace { $n } minutos
}
when-hours = { $n ->
    [one] hace 1 hora
   *[other] hace { $n } horas
}
when-today = hoy
when-yesterday = ayer
when-days = { $n ->
    [one] hace 1 día
   *[other] hace { $n } días
}

date = { $day } de { $month } de { $year }
date-month = { $month ->
    [1] enero
    [2] febrero
    [3] marzo
    [4] abril
    [5] mayo
    [6] junio
    [7] julio
    [8] agosto
    [9] septiembre
    [10] octubre
    [11] noviembre
   *[12] diciembre
}
weekday-monday = lunes
weekday-tuesday = martes
weekday-wednesday = miércoles
weekday-thursday = jueves
weekday-friday = viernes
weekday-saturday = sábado
weekday-sunday = domingo

## Los títulos están en las pestañas y en el historial: nombran la clase de página, nunca lo escrito ni el grupo
title-post = Una publicación
title-reply = Una respuesta
title-group = Un grupo
title-group-about = Acerca de un grupo
title-group-leave = Dejar un grupo
title-group-people = Personas de un grupo
title-group-links = Enlaces de invitación de un grupo
title-group-notes = Avisos de contenido de un grupo
title-group-edit = Cambiar un grupo
title-person = Alguien de aquí

## Lo que este lugar puede aparentar
look-weather = El tiempo
look-list = Lista de lecturas
