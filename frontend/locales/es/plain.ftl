### Plain pages. They say what is so today and promise nothing.

about-title = Acerca de esta comunidad
about-unwritten = El equipo anfitrión aún no ha escrito esta página.

how-title = Cómo hablamos
how-own = Habla desde tu propia vida.
how-advice = Pregunta antes de dar consejos. Deja lo médico a quienes pueden verte.
how-paths = Todo camino cabe aquí: reuniones, medicación, fe, nada de eso, el tuyo.
how-stays = Lo que lees aquí se queda aquí. No se nombra a nadie en otros lugares.
how-hard = Pon un aviso en los temas duros, para que la gente pueda elegir. No se echa a nadie por un tropiezo.

contact-title = Contactar con el equipo anfitrión
contact-unwritten = El equipo anfitrión aún no ha dicho aquí cómo contactar.
contact-not-urgent = Puede que nadie lea un mensaje enseguida. Si no puede esperar:

privacy-title = Lo que guardamos
privacy-lead = Esta página dice en palabras sencillas lo que este servidor hace hoy.
privacy-never = Lo que no hay aquí
privacy-never-asked = Nadie te pide correo, teléfono ni nombre real.
privacy-never-scripts = Sin anuncios, sin contar visitas, sin cargar nada de otros sitios. Cada página le dice a tu navegador que bloquee esas cosas.
privacy-never-logs = Los registros de este servidor no llevan nombres, ni direcciones, ni nada de lo que escribiste.
privacy-kept = Lo que se guarda
privacy-name = Tu nombre aquí
privacy-name-how = El inventado. No se da nunca a nadie más, tampoco después de que te vayas.
privacy-words = Lo que escribes
privacy-words-how = Publicaciones, respuestas, reacciones y borradores, hasta que los retires, llegue el día que elegiste o termine el tiempo que el grupo guarda los hilos.
privacy-key = Tu camino de vuelta
privacy-key-how = Palabras de regreso, contraseñas y códigos se guardan revueltos, de una forma que no se puede volver a leer.
privacy-weeks = Cuándo estuviste aquí
privacy-weeks-how = La semana en que entraste y la última semana en que estuviste aquí. Nada más preciso.
privacy-devices = Dispositivos donde sigues con la sesión abierta
privacy-devices-how = La sesión se cierra { $unused } días después de que los usaras por última vez, y a los { $most } días como máximo.
privacy-shared = Dispositivos que compartes con otras personas
privacy-shared-how = { $days ->
    [one] La sesión se cierra al cerrar el navegador, y al cabo de 1 día como máximo. El dispositivo no guarda borradores.
   *[other] La sesión se cierra al cerrar el navegador, y al cabo de { $days } días como máximo. El dispositivo no guarda borradores.
}
privacy-network = Tu red
privacy-network-how = Para frenar avalanchas, contamos los intentos de una red durante poco tiempo, en memoria, con un número que no significa nada en otro lugar. Nunca se anota.
privacy-cookies = Cookies
privacy-cookies-how = Hasta tres, todas nuestras: una mantiene tu sesión, una recuerda cómo te gusta leer, y una tapa las páginas durante diez minutos después de que sales rápido.
privacy-who = Quién puede verlo
privacy-who-reach = Cada publicación dice quién puede leerla
privacy-who-host = Quien lleva el servidor puede leer todo lo que se guarda en él, también los grupos cerrados. Nada de lo que hay aquí está bajo llave para esa persona.
privacy-who-partners = Hoy esta comunidad no envía nada a otras comunidades.
privacy-who-copies = Cualquiera que pueda leer tus palabras puede copiarlas. No podemos recuperar una copia.
privacy-who-backups = Los respaldos pueden conservar tus palabras un tiempo después de que las retires. Pregunta al equipo anfitrión cuánto.
privacy-not = Lo que esto no es
privacy-not-clinic = Esto no es una clínica ni un servicio de emergencias. Las normas hechas para clínicas pueden no cubrir lo que escribes aquí.
privacy-ask = Preguntar por tus datos

who-sees-title = Quién puede ver lo que escribes
who-sees-lead = Cada publicación llega tan lejos como tú digas, y lo dice con palabras. De cerca a lejos:
who-sees-group = Este grupo
who-sees-group-more = Las personas del grupo donde publicas, y nadie más.
who-sees-community = Esta comunidad
who-sees-community-more = Cualquiera que tenga la sesión abierta aquí.
who-sees-partners = Comunidades aliadas
who-sees-partners-more = Comunidades que nuestro equipo anfitrión ha enlazado. Hoy no hay ninguna, así que no llega nada allí.
who-sees-everyone = La web abierta
who-sees-everyone-more = Cualquiera, con o sin sesión. Otras personas pueden copiarlo y enlazarlo.
who-sees-also = Conviene saber
who-sees-ceiling = Un grupo puede fijar hasta dónde llegan sus publicaciones. Puedes elegir más cerca, nunca más lejos.
who-sees-keepers = Quienes cuidan de un grupo están en él, y leen lo que leen sus miembros.
who-sees-host = Quien lleva el servidor puede leer todo lo que se guarda en él.
who-sees-copies = Retirar una publicación la quita de aquí. No quita una copia que alguien hizo.

partners-title = Comunidades aliadas
partners-none = Ninguna todavía. Lo que se escribe aquí se queda en este servidor.

access-title = Leer este sitio a tu manera
access-lead = Seguimos la norma WCAG 2.2, nivel AA. Aún no llegamos a todo el mundo.
access-works = Lo que debería funcionar
access-works-script = Todas las páginas y todos los formularios, sin scripts.
access-works-keys = Solo con el teclado, y con lectores de pantalla.
access-works-large = Texto al doble de su tamaño, en una pantalla de 320 puntos de ancho.
access-works-themes = Claro, oscuro y contraste fuerte, y los colores propios de tu dispositivo.
access-works-still = Nada se mueve si tu dispositivo pide quietud, y no se acaba el tiempo mientras escribes.
access-reading = Cambiar cómo lees
access-not = Lo que sabemos que falta
access-not-reviewed = Hay programas que buscan barreras en nuestras páginas. Nadie de fuera las ha revisado todavía.
access-not-people = Aún no nos hemos sentado con suficientes personas que usan lectores de pantalla o pulsadores.
access-not-languages = La gente escribe en muchos idiomas. No los traducimos.
access-tell = Cuéntanos qué te pone trabas
