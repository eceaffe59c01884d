# Llevarse las propias palabras, cuánto se guarda cada cosa y lo que se promete.

export-title = Tu copia
export-lead = Llévate lo que escribiste. Se hace ahora, mientras se envía, y aquí no queda ninguna copia.
export-holds = Un archivo zip: tus mensajes y respuestas como texto, y todo lo que guardamos de ti como JSON.
export-others = No lleva palabras de nadie más. Una respuesta nombra el hilo al que contesta, si aún puedes leerlo.
export-kept = Quien abra el archivo puede leerlo. Guárdalo donde solo mires tú.
export-go = Obtener mi copia
export-aliases = Lo que dijiste con un alias
export-aliases-lead = Es un archivo aparte, para que quien encuentre tu copia no vea ambas cosas. Una frase de paso lo cierra. Lo abre la herramienta libre «age». Los alias cuyo lazo terminó no están: aquí ya nada los conoce.
export-passphrase = Una frase de paso
export-passphrase-hint = Al menos { $letters } letras. No la guardamos, y sin ella nadie puede abrir el archivo.
export-aliases-go = Obtener las palabras de mis alias
export-read-me = Esta es tu copia de { $community }.

    words.md lleva tus mensajes y respuestas. Lo abre cualquier programa de texto.
    copy.json lo lleva todo para programas, y copy.schema.json dice qué significa cada parte.

    Los días están en UTC. Solo tú pediste este archivo, y en el servidor no queda ninguna copia.
export-words = Tus palabras
export-in-answer = En respuesta a { $thread }
refused-passphrase-short = Elige una frase de paso de al menos { $letters } letras.
data-export = Obtener una copia

face-former = alguien que ya no está
delete-when = ¿Cuándo?
delete-when-week = En { $days } días
delete-when-week-hint = Desde ahora tu cuenta no se ve. Hasta entonces puedes volver a entrar y conservarla.
delete-when-now = Ahora
delete-when-now-hint = No hay vuelta atrás, tampoco para nosotros.
delete-aliases = Lo que dijiste con un alias
delete-aliases-hint = Nada de lo que se guarda con esta cuenta dice qué alias son tuyos. Eliges ahora, con la sesión abierta; después nadie podría.
delete-aliases-chosen = Como elegí al escribirlo
delete-aliases-chosen-hint = Queda o se va cuando termina cada alias. Para retirar una parte, abre antes su hilo.
delete-aliases-back = Retirarlo todo
delete-aliases-back-hint = Se va en diez días como mucho, junto con lo que dejan los alias de otras personas. Quien tenga copias de la base de datos de antes y de después aún podría adivinar cuáles eran tuyos. Desde ahora no se puede parar.
delete-copy-first = Obtener antes una copia
status-leaving = Tu cuenta dejará de existir el { $day }. Hasta entonces nadie la ve aquí.
status-stay = Conservar mi cuenta

host-data = Cuánto se guarda cada cosa
host-data-hint = En días. Lo que alguien retira o borra se va al momento; esto es para lo que nadie retira.
keep-wordings = Textos anteriores de un mensaje cambiado
keep-notices = Novedades
keep-drafts = Borradores sin enviar
keep-away = Cuentas que nadie usa
keep-between = De { $least } a { $most } días.
keep-promise = Leer lo que se dice a los miembros
refused-days-range = Elige un número de días de { $least } a { $most }.
promise-title = Cuánto tiempo
promise-wordings = Cuando cambias un mensaje, el texto anterior se borra a los { $days } días.
promise-notices = Tus novedades se borran a los { $days } días.
promise-drafts = Los borradores se borran { $days } días después de guardarlos por última vez.
promise-away = Una cuenta que nadie usa durante { $days } días deja de verse. Si vuelves en { $more } días, puedes conservarla. Después se borra, y tus palabras se quedan bajo «alguien que ya no está».
promise-groups = Cada grupo dice cuánto guarda un hilo en el que nadie escribe: un mes, tres meses, un año o para siempre. Un grupo nuevo lo guarda un año. Una publicación puede irse antes, si quien la escribió lo dice.
promise-remains = Donde se retiraron o se fueron palabras queda un lugar sin ellas durante { $days } días, y después nada.
promise-aliases = El lazo entre tú y un alias se destruye { $thread } días después de usarlo por última vez en un hilo, o { $group } días si lo conservas en un grupo.
promise-closing = Al cerrar tu cuenta eliges: ahora, o en { $days } días. Entonces se borran tu nombre, tus formas de volver, tus borradores y tus novedades, y tus palabras si así lo dices.
promise-how = Estos números son los que sigue este servidor. Cuando quien lo lleva cambia uno, esta página cambia con él.

# Copies of one's words in other communities
copies-title = Copias en otros lugares
copies-link = Copias en otras comunidades
copies-lead = Lo que retiras se va de aquí al momento. A las comunidades que recibieron una copia se les pide que la borren, durante 30 días. Cuando una dice que sí, deja esta página. A los 30 días dejamos de pedirlo y la línea se va: quien siga en ella nunca dijo que sí. Un sí quiere decir que su servidor recibió la petición. No podemos mirar dentro.
copies-none = Nada de lo que retiraste en los últimos 30 días espera un sí.
copies-thread = Un hilo que retiraste el { $day }
copies-reply = Una respuesta que retiraste el { $day }
copies-asked = Sin confirmar, y se sigue pidiendo: { $names }
copies-silent = No lo confirmaron: { $names }. Puede quedar una copia allí. Puedes preguntar a quienes llevan esa comunidad.
copies-means = Un sí quiere decir que su servidor recibió la petición. No podemos mirar dentro.
copies-aliases = Esto es sobre tu nombre. Lo que retiraron otros nombres tuyos también se pide, y no se muestra en ninguna parte, para que nada los una.
copies-goodbye = Si borras tu cuenta
copies-goodbye-lead = Guarda antes este enlace. Cuando tu cuenta ya no exista, muestra quién no lo ha confirmado todavía. No guardamos copia: todo lo que hace falta está en el enlace. Quien lo tenga puede mirar.
copies-goodbye-link = Abrirlo
copies-goodbye-label = Enlace para guardar
gone-here = Esta cuenta sigue aquí. Cuando ya no exista, esta página muestra qué comunidades no lo han confirmado todavía.
gone-waits = La cuenta ya no existe aquí. A estas comunidades se les pidió que borren lo que tienen de ella.
gone-over = Ya no se lo pedimos a nadie. Quien nunca dijo que sí aparece aquí durante 30 días después de que dejamos de pedirlo. Si la cuenta se fue hace un momento, mira otra vez más tarde.
gone-unknown = Aquí ya no hay nada que mostrar. A quién preguntamos se guarda mientras preguntamos, y 30 días más.

mine-title = Lo que dijiste
mine-lead = Con tu propio nombre, lo más nuevo primero. Es tuyo dondequiera que esté, y puedes retirarlo.
mine-posts = Publicaciones que ya no puedes leer
mine-posts-hint = En grupos que dejaste, por ejemplo. Aún puedes retirarlas.
mine-replies = Respuestas
mine-none = Aún no hay respuestas.
mine-alone = Lo que la rodea ya no se puede leer
own-reply-title = Tus palabras
own-reply-lead = Lo que las rodea ya no se puede leer. Las palabras son tuyas, y puedes retirarlas.
