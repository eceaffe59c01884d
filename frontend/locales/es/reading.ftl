### How somebody likes to read.

reading-title = Lectura
reading-lead = Se guarda en una cookie en este dispositivo. Nadie más la ve.
reading-kept = Guardado en este dispositivo.
reading-theme = Día o noche
reading-theme-device = Como diga mi dispositivo
reading-theme-day = Día
reading-theme-night = Noche
reading-theme-contrast = Contraste fuerte
reading-size = Texto
reading-size-usual = Normal
reading-size-large = Grande
reading-size-larger = Más grande
reading-plain = Letra sencilla
reading-plain-hint = Todo con la letra de los botones, nada con la letra de los libros
reading-language = Idioma de botones y páginas
reading-language-device = Como diga mi navegador
reading-order = Respuestas
reading-order-oldest = Primero las más antiguas
reading-order-newest = Primero las más nuevas
reading-notes = Mostrar esto sin plegar
reading-notes-hint = Las publicaciones con aviso están plegadas hasta que las abres. Marca lo que quieres ver siempre abierto.
reading-muted = Palabras que plegar
reading-muted-hint = Una por línea. Las publicaciones con una de estas palabras también se pliegan.
reading-save = Guardar

refused-muted-too-many = Son más palabras de las que este dispositivo puede guardar. Quita algunas.

reading-device = Otro aspecto para este dispositivo, y adónde lleva Salir

## Lo que se elige para un dispositivo
device-title = Este dispositivo
device-lead = Se guarda en una cookie en este dispositivo. Vale también sin sesión.
device-look = Qué aspecto tiene este lugar
device-look-hint = Cambia el título de todas las páginas, el icono, y el nombre de arriba y de la pantalla de inicio.
device-look-limits = Las palabras de la página siguen igual, y la dirección también. Una aplicación que ya está en la pantalla de inicio puede conservar su nombre hasta que la añadas otra vez.
device-away = Adónde lleva Salir
device-away-usual = El lugar de siempre aquí
device-away-own = Un lugar mío
device-own = Tu propio lugar
device-own-hint = Una dirección que empiece por https y no sorprenda a nadie.
device-lock = Bloquear cuando no estoy
device-lock-hint = Pasado ese tiempo, cada página pide tu contraseña, tus seis palabras o tu llave de acceso. Apoyo y Salir siguen abiertos, y lo que escribías también se queda.
device-lock-never = Nunca
device-lock-after = { $n ->
    [one] Al cabo de 1 minuto
   *[other] Al cabo de { $n } minutos
}
device-lock-limits = Tapa este sitio, no el dispositivo. No sirve contra alguien que mira la pantalla, sabe tu contraseña o puso un programa en el dispositivo. Si el servidor se reinicia, también se bloquea.

## Una sesión que se bloqueó sola
lock-title = Bloqueado
lock-lead = Hace un rato que no hay nadie. Demuestra que eres tú y vuelves adonde estabas.
lock-kept = Hace un rato que no hay nadie. Tus palabras siguen aquí. Demuestra que eres tú y envíalas otra vez.
lock-open = Desbloquear
lock-out-hint = ¿No tienes nada de esto a mano? Cierra la sesión y vuelve con un código de recuperación.
