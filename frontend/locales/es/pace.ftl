### Lo que asume quien cuida de otras personas: un ritmo, una pausa, y lo que se le muestra plegado.

title-pace = Lo que asumes
pace-title = Lo que asumes
pace-lead = Cuidar de otras personas dura más cuando tiene un límite. Lo que elijas aquí es cosa tuya: nadie más lo ve.
pace-today = { $n ->
    [one] Hoy has tomado un caso.
   *[other] Hoy has tomado { $n } casos.
}
pace-a-day = Casos en un día
pace-a-day-hint = Un número del 1 al 50. Déjalo vacío para todos los que lleguen.
pace-at-once = Casos en tus manos a la vez
pace-at-once-hint = Un número del 1 al 50. Déjalo vacío para todos los que lleguen.
pace-most-a-day = Aquí nadie toma más de { $n } en un día.
pace-most-at-once = Aquí nadie tiene más de { $n } a la vez.
pace-folds = Plegar las palabras de las que se avisa
pace-folds-hint = Primero lees una línea: por qué se avisó, cuánto ocupa y de quién es. Abres las palabras cuando tú quieras.
pace-save = Guardarlo
pace-all = Para todas las personas que cuidan de algo
pace-all-what = Lo máximo que asume cada cual. Cada persona puede elegir menos para sí.
pace-all-a-day = Como mucho en un día
pace-all-at-once = Como mucho a la vez
pace-all-hint = Un número del 1 al 50. Déjalo vacío para no poner límite.
pace-all-save = Guardarlo para todas
pace-full-day = Ya es suficiente por hoy.
pace-full-hands = Por ahora tienes las manos llenas.
pace-others = { $n ->
    [one] Espera uno más. Otras personas lo atienden, o espera a otro día.
   *[other] Esperan { $n } más. Otras personas los atienden, o esperan a otro día.
}
pace-lift = Tomar este de todos modos
pace-left = { $n ->
    [one] Un caso espera porque todas las personas que lo atienden ya tienen suficiente por hoy, o están en una pausa.
   *[other] { $n } casos esperan porque todas las personas que los atienden ya tienen suficiente por hoy, o están en una pausa.
}
pace-break = Necesito una pausa
pace-break-what = Dejas todo lo que tienes en tus manos, y otras personas lo encuentran libre. Dejas la guardia, tu lámpara se apaga, y no se te avisa de ningún caso. A nadie se le dice que estás en una pausa, ni por qué.
pace-break-until = ¿Cuánto tiempo?
pace-break-open = Hasta que vuelva
pace-break-begin = Hacer una pausa
pace-away-title = Estás en una pausa
pace-away-open = Hasta que digas que has vuelto. Tómate el tiempo que necesites.
pace-away-until = Hasta el { $day }, o hasta que digas que has vuelto. Tómate el tiempo que necesites.
pace-away-what = No se te ofrece nada, y no se te avisa de ningún caso.
pace-away-host = Si alguien puede estar en peligro y no queda nadie más, el equipo anfitrión lo encuentra de todos modos entre sus novedades.
pace-back = He vuelto
look-added = { $n ->
    [one] Lo que añadió una persona
   *[other] Lo que añadieron { $n } personas
}
look-fold-words = { $n ->
    [one] una palabra
   *[other] { $n } palabras
}
refused-pace-number = Escribe un número del 1 al 50, o déjalo vacío.
refused-pace-enough = Ya es suficiente por hoy. Lo que espera puede esperar a otras personas, o a mañana. Si alguien puede estar en peligro, puedes tomar ese caso de todos modos.
refused-pace-hands-full = Por ahora tienes las manos llenas. Deja uno, y habrá sitio para otro. Si alguien puede estar en peligro, puedes tomar ese caso de todos modos.
refused-pace-away = Estás en una pausa. Di que has vuelto, y podrás hacerlo otra vez.
