### How somebody is, and the days they count. Nothing here scores, and no day is ever taken away.

counters-title = Los días que cuentas
counters-what = Desde cualquier día, para lo que quieras. Ningún día vivido se quita nunca.
counters-none = Aún no cuentas nada. Eso también está bien.
counters-all = Todo lo que cuentas
counter-title = Un contador
counter-time = Tu tiempo
counter-open = Abrir
counter-new = Nuevo contador
counter-start = Cuenta tus días, si eso te ayuda
counter-change = Cambiar este contador
counter-change-shows = Cambiar lo que muestra
counter-setback = Contar un tropiezo
counter-name = ¿Cómo lo llamas?
counter-name-hint = Solo si quieres. Puede quedar vacío.
counter-began = Primer día
counter-began-hint = El día desde el que cuenta. Puede ser de hace mucho.
counter-shows = El número grande dice
shows-days = Días
shows-weeks = Semanas y días
shows-months = Meses y días
shows-hours = Días, y las horas de hoy
shows-run = Días de este tramo
shows-rings = Nada. Solo el anillo
counter-today = Mostrarlo en Hoy
counter-today-hint = Tantos de tus contadores como quieras, o ninguno. Todos están en «Todo lo que cuentas».
counter-marks = Días que merecen una palabra
counter-marks-hint = En un día así, y en los tres siguientes, Hoy te pregunta si quieres contarlo, una vez que hayas dicho cómo estás o cambiado un contador en los últimos tres días. No apuntamos qué otros días estás aquí. A nadie más se le dice.
marks-usual = Los de siempre
marks-hint-usual = Un día, una semana, treinta, sesenta y noventa días, meses, años
marks-steps = Pasos pequeños
marks-hint-steps = Para consumir menos o con más cuidado: días dentro de tu propio plan
marks-beside = Para familia y amistades
marks-hint-beside = Semanas, estaciones y años de cuidarte
marks-coins = Como con monedas
marks-hint-coins = Un día, cada mes del primer año, después años: como en AA
marks-tags = Como con llaveros
marks-hint-tags = Un día, treinta, sesenta y noventa días, seis y nueve meses, años: como en NA
marks-hundreds = Números redondos
marks-hint-hundreds = Treinta, cincuenta, cada cien días, mil, y años
marks-none = Ninguno
marks-hint-none = Hoy nunca pregunta
counter-sight = Quién lo ve
sight-me = Solo tú
sight-hint-me = Sellado. Quienes llevan este lugar no pueden leerlo.
sight-profile = Tu página aquí
sight-hint-profile = Quien tenga la sesión abierta aquí y mire tu página. Ve los días y el nombre, y ningún tropiezo. Nunca sale de esta comunidad.
zone-label = Dónde está tu reloj
zone-hint = Para que tus días empiecen cuando empiezan los tuyos.

counter-day-one = Día uno
counter-days = { $n ->
    [one] 1 día
   *[other] { $n } días
}
counter-weeks = { $n ->
    [one] 1 semana
   *[other] { $n } semanas
}
counter-months = { $n ->
    [one] 1 mes
   *[other] { $n } meses
}
counter-hours = { $n ->
    [one] 1 hora
   *[other] { $n } horas
}
counter-and = { $a } y { $b }
counter-in-all = en total
counter-since = desde el { $date }
counter-again = desde que empezaste otra vez
counter-run = { $n ->
    [0] este tramo empieza hoy
    [one] 1 día en este tramo
   *[other] { $n } días en este tramo
}
counter-longest = { $n ->
    [one] el tramo más largo hasta ahora, 1 día
   *[other] el tramo más largo hasta ahora, { $n } días
}
counter-total = { $n ->
    [one] 1 día en total. Se queda.
   *[other] { $n } días en total. Se quedan.
}
counter-no-numbers = Los números están guardados. Los anillos siguen.
counter-stretches = Tus días
counter-stretch = { $days }: del { $from } al { $until }
counter-stretch-on = { $days }: desde el { $from }
counter-seen-me = Solo tú ves esto. Está sellado y nunca sale de esta comunidad.
counter-seen-profile = Quien tenga la sesión abierta aquí ve los días y el nombre en tu página. Los tropiezos se quedan contigo.
counter-told = Lo que contaste
counter-told-what = Solo tú lees esto. Cada cosa se puede retirar, en cualquier momento.
counter-delete = Quitar este contador para siempre
counter-delete-what = Sus días y todo lo que le contaste se van, y no se pueden recuperar.
counter-delete-do = Quitarlo para siempre
counter-delete-not = Conservarlo

rings-said = { $span ->
    [7] { $full ->
        [0] Aún ningún anillo completo de una semana,
        [one] Un anillo completo de una semana,
       *[other] { $full } anillos completos de una semana,
    }
    [30] { $full ->
        [one] Un anillo completo de treinta días,
       *[other] { $full } anillos completos de treinta días,
    }
    [91] { $full ->
        [one] Un anillo completo de una estación,
       *[other] { $full } anillos completos de una estación,
    }
    [365] { $full ->
        [one] Un anillo completo de un año,
       *[other] { $full } anillos completos de un año,
    }
   *[other] { $full ->
        [one] Un anillo completo de { $span } días,
       *[other] { $full } anillos completos de { $span } días,
    }
} { $part ->
    [0] y el siguiente empieza hoy.
    [one] y 1 día del siguiente.
   *[other] y { $part } días del siguiente.
}
rings-knots = { $n ->
    [one] Un nudo marca un tropiezo; los anillos siguen a su alrededor.
   *[other] { $n } nudos marcan tropiezos; los anillos siguen a su alrededor.
}
rings-alone = Anillos de crecimiento. Los números están guardados.


checkin-title = Decir cómo estás
checkin-today = ¿Cómo va hoy, de verdad?
checkin-yesterday = ¿Cómo fue ayer, de verdad?
weather-good = Bien
weather-okay = Normal
weather-mixed = A ratos
weather-hard = Difícil
weather-very-hard = Muy difícil
checkin-meant = Ayer tenías la intención de
checkin-went = ¿Cómo fue?
went-well = Como quería
went-partly = En parte
went-another = Esta vez no
checkin-more = Un poco más, si quieres
checkin-urge = ¿Cómo de fuertes son las ganas?
checkin-urge-hint = 0 es ninguna, 10 es lo máximo.
checkin-urge-none = Prefiero no decirlo
checkin-urge-said = Ganas: { $n } de 10
checkin-halt = Sientes
halt-hungry = Hambre
halt-angry = Enfado
halt-lonely = Soledad
halt-tired = Cansancio
checkin-line = Una línea
checkin-intention = Hoy tengo la intención de
checkin-intention-hint = Mañana se te preguntará por ello.
checkin-promise = Una promesa para hoy, con tus palabras
checkin-promise-hint = Mañana se puede volver a dar, con un toque.
checkin-promise-yours = Tus propias palabras. Márcala si hoy la dices en serio.
checkin-back = Mirando atrás, el día
checkin-back-hint = Cuando termine, o casi.
checkin-group = Quién más lo lee
checkin-group-hint = Un grupo lee el tiempo que hace y tu línea, hasta mañana por la noche. Nada más, y nadie más.
checkin-group-none = Ningún grupo
checkin-zone-hint = Para que un día sea un día tuyo. Se queda hasta que elijas otro, también si viajas.
checkin-go = Decirlo
checkin-again = Decirlo de nuevo
checkin-who = Solo tú, a menos que elijas quién lo lee. Nunca sale de esta comunidad.
checkin-said = Hoy va:
checkin-heavy = Eso suena pesado. ¿Ayudaría tener compañía? Que no, también está bien.
checkin-means = Tu intención:
checkin-promised = Tu promesa:
checkin-meant-then = Intención:
checkin-seen-me = Solo tú ves esto.
checkin-seen-group = { $group } lee el tiempo que hace y tu línea, hasta mañana por la noche.
checkin-buddy = ¿Alguien con quien te acompañas lee el tiempo y tu línea?
checkin-buddy-hint = Una persona, durante una semana, en la página de ustedes dos. Nadie más. Puedes retirarlo cuando quieras.
checkin-buddy-none = Nadie
checkin-seen-buddy = { $who } lee el tiempo y tu línea, durante una semana.
checkin-see-buddy = Verlo o retirarlo
checkin-see-group = Ver cómo están los demás
checkin-circle = En el círculo del día
checkin-circle-hint = Quien tiene sesión aquí lee el tiempo que hace y tu línea, hoy y mañana. Nada más.
checkin-seen-circle = El círculo del día lee el tiempo que hace y tu línea, hasta mañana por la noche.
checkin-see-circle = Ver el círculo
checkin-change = Cambiarlo, o mirar atrás
checkin-moved = Tus palabras siguen aquí. Si las envías otra vez son de hoy, en lugar de lo que hayas dicho de hoy.
checkin-change-yesterday = Mirar atrás hacia ayer, o cambiar lo que dijiste
checkin-do-yesterday = Decir cómo fue ayer
checkin-history = Cómo fueron tus días
checkin-history-what = Solo tú lees esto. Los días sin palabras están bien.
checkin-history-none = Aún no hay nada. Cuando quieras.
checkin-trend = Tus últimas cuatro semanas: el tiempo que hace como puntos. La lista de abajo dice lo mismo con palabras.
checkin-trend-how = Los puntos son el tiempo que hace, con el sol arriba. Los días sin palabras quedan vacíos.
checkin-urges-title = Ganas
checkin-urges = Ganas que anotaste en las últimas cuatro semanas: de { $least } a { $most }, sobre 10.
checkin-urges-how = Dos días seguidos van unidos. Los días sin anotar quedan vacíos y no significan nada. Solo tú ves esto.
checkin-urges-words = Lo mismo con palabras
checkin-delete = Borrar este día
checkin-group-title = Cómo está la gente
checkin-group-what = Lo que la gente de este grupo le contó hoy y ayer. Nadie tiene que hacerlo.
checkin-group-empty = Nadie se lo ha contado aún al grupo. Eso no dice nada de cómo están.

daily-title = El círculo de hoy
daily-what = Una línea por persona, si quieres. Quien viene está; nadie busca a quien no.
daily-host = acoge esta semana
daily-greets = { $who } saluda a todo el mundo
daily-hosted = { $who } acoge esta semana, y hoy aún no ha dicho nada.
daily-back = El círculo del día
daily-unhosted = Esta semana no acoge nadie. El círculo está abierto igualmente.
daily-join = Decir cómo estás
daily-change = Cambiar lo que dijiste
daily-yesterday = El círculo de ayer
daily-today = Volver a hoy
daily-lines = Cómo está la gente
daily-empty = Nadie ha dicho nada aún. Eso no dice nada de cómo están.
daily-empty-yesterday = Nadie dijo nada. Eso no dice nada de cómo están.
daily-more = Más personas
daily-hosting = Acoger
daily-hosting-what = Una persona acoge durante una semana: una palabra arriba cada día, lo que dure. Cinco minutos bastan.
daily-greet = Una palabra para todo el mundo hoy
daily-greet-hint = Queda arriba hasta mañana por la noche. Vacía, se retira.
daily-greet-go = Decirla
daily-greet-back = Retirar lo que dijiste
fold-blocked-circle = De alguien a quien bloqueaste. Cuidas esta comunidad, así que puedes abrirlo.
daily-next = ¿Quién podría acoger la semana que viene?
daily-next-hint = Su nombre aquí. Se le pregunta una vez, y puede decir que no sin contárselo a nadie.
daily-next-go = Preguntar
daily-next-waits = Se le ha preguntado a { $who }, y aún no ha respondido.
daily-next-back = Retirarlo
daily-next-asked = Ya se le ha preguntado a alguien para la semana que viene.
daily-next-is = { $who } acoge la semana que viene.
daily-next-you = Tú acoges la semana que viene.
daily-offer-this = Yo podría acoger esta semana
daily-offer-next = Yo podría acoger la semana que viene
daily-step-down = Dejarlo
daily-step-down-what = Al momento, y nadie pregunta por qué. El círculo sigue abierto.
daily-asks = { $who } pregunta si acogerías el círculo del día.
daily-asks-go = Ver qué supone
daily-asks-this = { $who } pregunta si acogerías esta semana
daily-asks-next = { $who } pregunta si acogerías la semana que viene
daily-takes = Una palabra arriba cada día. Puedes dejarlo cuando quieras.
daily-yes = Sí, con gusto
daily-no = Esta vez no
daily-no-what = Un no no se le cuenta a nadie: para quien preguntó es como si aún no hubieras respondido. No se te pregunta para la semana siguiente.

refused-circle-taken = Esa semana ya tiene a alguien, o ya se le ha preguntado a alguien.
refused-circle-yours = Acoges esta semana. La siguiente es primero para otra persona; desde su lunes puedes volver a ser tú.
refused-circle-host-only = Eso es para quien acoge esta semana.
refused-circle-not-askable = No se le puede preguntar a nadie con ese nombre para esa semana. Quizá descansa. Prueba con otro nombre.
refused-circle-not-asked = Ya no se te pregunta. Alguien lo retiró, o la semana terminó.
refused-circle-too-new = Acoger se abre después de tus primeros días aquí. Decir cómo estás ya está abierto.
refused-circle-paused = Mientras tengas una pausa en algún sitio, no acoges. El círculo sigue abierto para ti.
refused-circle-links = Los enlaces se abren después de tus primeros días aquí, y el círculo lee esta línea. Sin el enlace puede estar allí; sin marcar, es solo tuya.
refused-circle-waits = Alguien miraría esto antes, y en el círculo no se puede esperar. Números, direcciones e invitaciones pueden delatar a alguien. Sin ellos puede estar allí; sin marcar, es solo tuya.
refused-circle-greeting-links = Los enlaces se abren después de tus primeros días aquí. Sin el enlace puede estar allí.
refused-circle-greeting-waits = Alguien miraría esto antes, y en el círculo no se puede esperar. Números, direcciones e invitaciones pueden delatar a alguien. Sin ellos puede estar allí.
refused-circle-unknown = Elige una de estas opciones.



refused-counter-day = Elige un día del calendario.
refused-counter-future = Ese día aún no ha llegado. Elige hoy, o un día anterior.
refused-counter-long-ago = Ese día queda demasiado lejos. El primero que conocemos es el 1 de enero de 1900.
refused-counter-before = Ese día es anterior a este contador. Elige uno posterior, o cambia el primer día del contador.
refused-counter-backwards = Un tramo nuevo no puede empezar antes de ese día.
refused-counter-zone = Elige un lugar de la lista, para que tus días empiecen cuando empiezan los tuyos.
refused-counter-choice = Elige una de estas opciones.
refused-counters-too-many = Son todos los contadores que guardamos para una persona. Quita uno primero.
refused-counter-after = Elige un número de días, del 1 al 36525.
refused-counter-names-full = Son todos los nombres que caben en un contador. Quita uno antes.
refused-counter-name-waits = Alguien miraría este nombre antes, y en tu página no se puede esperar. Números, direcciones, enlaces e invitaciones pueden delatar a alguien. Sin ellos otras personas pueden leerlo; o elige que solo lo veas tú.
refused-counter-full = Es todo lo que cabe en un contador. Puedes empezar otro.
refused-checkin-weather = Elige cómo va el día. Cualquiera de las cinco está bien.
refused-checkin-urge = Elige un número del 0 al 10, o ninguno.
refused-checkin-early = Ese día aún está por venir.
refused-checkin-over = Ese día se puede leer, y ya no se puede escribir.
