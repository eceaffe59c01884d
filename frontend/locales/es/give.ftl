### Estar para alguien: caminos que llevan a un lugar. Aquí nada se debe y nada se compara.

give-title = Estar para alguien
give-hint = Saludar, responder, escuchar
give-lead = Con una línea basta. No le debes nada a nadie, y puedes parar cuando quieras.
give-enough = Con esto hoy alcanza de sobra. Descansar también es parte.
give-greet = Saludar a alguien nuevo
give-greet-what = Escribió por primera vez hace poco, y nadie ha respondido todavía.
give-greet-go = Saludar
give-greet-none = Ahora no espera nadie nuevo.
give-answer = Responder a quien espera
give-answer-what = Nadie ha respondido a esto todavía. Si no sabes cómo empezar, hay comienzos para elegir.
give-answer-go = Responder
give-answer-none = Ahora no espera nadie más.
give-listen = Escuchar un rato
give-listen-what = Enciende tu lámpara por media hora, una o dos. Tú dices cuántas personas a la vez.
give-listen-lit = Tu lámpara está encendida.
give-listen-not-yet = Tu lámpara sigue apagada por ahora. Todo lo demás de aquí está abierto para ti.
give-listen-why = Ver por qué
give-line = Una nota de cariño
give-line-what = Un toque, y la persona con quien te acompañas lee una línea amable.
give-line-none = Todavía no te acompañas con nadie. Pregunta a alguien con quien hayas hablado.
give-beside = Personas a cuyo lado estuviste
give-beside-look = Mirar esta semana
give-beside-none = Nadie esta semana, hasta donde este lugar puede saber. Estar aquí también cuenta.
give-beside-people = { $n ->
    [one] Una persona en los últimos siete días.
   *[other] { $n } personas en los últimos siete días.
}
give-beside-new = { $n ->
    [one] Una que acababa de llegar
   *[other] { $n } que acababan de llegar
}
give-beside-hard = { $n ->
    [one] Una en un día difícil
   *[other] { $n } en un día difícil
}
give-beside-other = { $n ->
    [one] Una con otra cosa que decir
   *[other] { $n } con otra cosa que decir
}
give-beside-noted = { $n ->
    [one] Una que recibió una nota de cariño
   *[other] { $n } que recibieron una nota de cariño
}
give-beside-what = Solo tú ves esto. Se cuenta cuando miras y no se guarda en ningún sitio, y no incluye lo que dijo un alias tuyo.
