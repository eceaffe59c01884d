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
