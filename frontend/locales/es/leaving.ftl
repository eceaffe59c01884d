### Leaving fast, and what it cannot do. Never promises safety.

cloak-title = Pestaña nueva
cloak-continue = Continuar

leaving-title = Salir rápido
leaving-lead = Salir quita esta página de tu pantalla. No borra que estuviste aquí.
leaving-how = Cómo salir
leaving-how-press = Pulsa Salir, arriba en todas las páginas.
leaving-how-shift = O pulsa la tecla Mayús tres veces en cinco segundos, sin otra tecla en medio.
leaving-how-tab = O pulsa Tab dos veces al principio de una página, y después Intro.
leaving-does = Qué hace
leaving-does-away = Tu navegador va a { $place }.
leaving-does-cloak = Durante diez minutos, Atrás muestra una página vacía llamada “Pestaña nueva”. Pulsa Continuar allí para volver.
leaving-does-stay = Tu sesión sigue abierta, salvo que hayas pedido otra cosa o dicho que este no es tu dispositivo. Entonces se cierra, y se borra lo que este sitio guardó en el dispositivo.
leaving-does-titles = Los títulos del historial dicen “Una publicación” o “Un grupo”, nunca lo escrito ni qué grupo era.
leaving-not = Qué no hace
leaving-not-history = El historial de tu navegador sigue mostrando este sitio y las direcciones que abriste. La dirección de un grupo lleva el nombre corto del grupo.
leaving-not-synced = Otros dispositivos que comparten el historial de tu navegador también pueden mostrarlo.
leaving-not-network = Tu red, tu router, tu trabajo o tu centro de estudios pueden anotar qué sitios abres.
leaving-not-watched = No sirve contra alguien que mira la pantalla, ni contra un programa puesto en el dispositivo para vigilarla.
leaving-not-tabs = Otras pestañas con este sitio se quedan como están hasta que abras una página en ellas.
leaving-more = Qué más puede ayudar
leaving-more-private = Abre este sitio en una ventana privada. Olvida su historial cuando la cierras.
leaving-more-clear = Quita tú este sitio del historial de tu navegador.
leaving-more-device = Elegir adónde lleva Salir, y otro título e icono
leaving-more-lock = Bloquear este sitio cuando no estás
leaving-more-not-mine = En un dispositivo que no es tuyo, marca “Este dispositivo no es mío” al entrar.
leaving-more-sign-out = Cerrar la sesión cada vez que salgo
leaving-try = Pruébalo una vez ahora, mientras nada depende de ello.
