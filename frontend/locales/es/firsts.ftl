### Donde alguien cuenta una recaída: quienes responden primero van delante, durante unos minutos.

firsts-wait = { $minutes ->
    [one] Quienes responden primero están en camino. Cualquiera puede responder en un minuto. Una palabra amable bajo la publicación le llega ahora.
   *[other] Quienes responden primero están en camino. Cualquiera puede responder en { $minutes } minutos. Una palabra amable bajo la publicación le llega ahora.
}
firsts-you = Eres de quienes responden primero aquí. En cuanto una persona de vosotros haya respondido, puede hacerlo cualquiera.
firsts-yours = { $minutes ->
    [one] Quienes responden primero van delante, un minuto más o hasta que alguien de ellos haya respondido.
   *[other] Quienes responden primero van delante, { $minutes } minutos más o hasta que alguien de ellos haya respondido.
}
firsts-end = Que responda cualquiera ya
refused-firsts-on-the-way = { $minutes ->
    [one] Tus palabras están aquí. Quienes responden primero están en camino: puedes enviarlo en un minuto, o guardarlo como borrador.
   *[other] Tus palabras están aquí. Quienes responden primero están en camino: puedes enviarlo en { $minutes } minutos, o guardarlo como borrador.
}
rules-first = Quién responde primero a una recaída
rules-first-hint = Durante unos minutos van delante quienes acompañan y quienes cuidan el grupo. Termina con la primera de sus respuestas, cuando lo dice quien escribió, y enseguida si nadie de ellos está de guardia.
rules-first-minutes = { $minutes ->
    [0] Cualquiera, enseguida
   *[other] Ellos, durante { $minutes } minutos
}
