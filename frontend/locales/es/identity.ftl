### Coming in, coming back, and everything about one's own account.

identity-back = Atrás
identity-save = Guardar
identity-copy = Copiar
identity-copied = Copiado
identity-print = Imprimir

## Coming in
hello-title = Saluda
hello-slow = Aún se está enviando
hello-trap = Deja esto vacío
hello-name = Tu nombre aquí
hello-name-hint = Inventado para ti. Quédatelo, cámbialo o pide otro.
hello-another = Otro
hello-body = ¿Qué te pasa?
hello-body-hint = Con una línea basta. También puedes dejarlo vacío y entrar.
hello-kind = ¿Qué se le parece más?
hello-goes-to = Va a { $group }.
hello-reach-group = Solo lo ve la gente de ese grupo.
hello-reach-community = Se queda en { $community }.
hello-reach-partners = Pueden verlo las personas de aquí y de comunidades aliadas.
hello-reach-everyone = Cualquiera en la web puede leerlo.
hello-agrees = Tengo { $age } años o más, y trataré a la gente con amabilidad.
hello-how-we-talk = Cómo hablamos aquí
hello-application = ¿Qué te trae por aquí?
hello-application-hint = Lo lee el equipo anfitrión y nadie más. Con una o dos líneas basta.
hello-come-in = Entrar
hello-ask = Pedir entrar
hello-next = En la página siguiente: seis palabras para volver a entrar. Sin correo.
hello-peers = Aquí hablas de igual a igual. No hay personal médico, y nadie está de guardia.
hello-been-here = Ya estuve aquí

shut-title = Por ahora no se abre a gente nueva
shut-invitation = Aquí se entra por invitación. Un enlace de alguien de dentro abre esta página.
shut-closed = Por ahora no puede entrar nadie nuevo.
shut-how-to-ask = Puedes preguntar al equipo anfitrión. Lee lo que envías, y no necesitas cuenta para eso.
shut-contact = Escribir al equipo anfitrión
shut-support = Los números de ayuda están abiertos para todo el mundo.

refused-not-agreed = Marca esta casilla si es cierto. Es todo lo que pedimos.
refused-doors-closed = Por ahora no puede entrar nadie nuevo.
refused-invitation-needed = Aquí se entra por invitación.
refused-arrival-sent-before = Este formulario ya se envió. Vuelve a entrar con las seis palabras que te dimos entonces.
refused-last-host = No queda otra persona en el equipo anfitrión. Suma antes a alguien más.
refused-nowhere-to-say = Aún no hay un grupo para las primeras palabras. Deja esto vacío para entrar.

## Return words
words-title = Seis palabras te dejan volver a entrar
words-lead = No hay correo al que recurrir. Estas palabras son tu llave.
words-only-way = Quien tenga las seis puede entrar como si fueras tú.
words-where = El papel sirve. También una nota que no enseñarías a nadie.
words-once = No podemos mostrarlas otra vez. Siempre puedes crear otras.
words-kept = Ya las guardé
words-later = Más tarde
words-gone = Tus palabras se mostraron una vez. No guardamos nada que podamos mostrar de nuevo.
words-new = Crear palabras nuevas
words-new-hint = Las anteriores dejan de servir.
words-go-on = Seguir
arrived-title = Ya estás dentro, y tus palabras ya se ven
arrived-lead = Guarda antes estas seis palabras. Te dejan volver a entrar, y no hay correo al que recurrir.

## Coming back
back-in-title = Vuelve a entrar
back-in-lead = Qué bueno verte.
back-in-go = Volver a entrar
back-in-shared = Este dispositivo no es mío
back-in-shared-hint = Cerramos tu sesión al cerrar el navegador, o si no estás durante { $minutes } minutos, y no guardamos nada en él.
back-in-passkey = Usar una llave de acceso
back-in-by-password = Con nombre y contraseña
back-in-by-code = Con un código de recuperación
back-in-lost = ¿No te queda nada con qué entrar? Nadie puede abrir tu nombre anterior, y eso lo protege.
back-in-new = Entrar con uno nuevo
passkey-fault = La llave de acceso no llegó. Puedes probar otra vez o entrar de otra forma.

ways-words = Tus seis palabras
ways-words-hint = En su orden, con espacios entre ellas. Bastan las cuatro primeras letras de cada una.
ways-name = Tu nombre aquí
ways-password = Tu contraseña
ways-code = Un código de recuperación
ways-code-hint = Sirve una vez. Justo después te damos palabras de regreso nuevas.

refused-back-in-unknown = Eso no abre la puerta. Mira las letras y su orden, y prueba otra vez.

proof-title = Muéstranos que eres tú
proof-lead = Esta parte podría dejarte fuera, así que preguntamos una vez más. Después queda abierta diez minutos.
proof-go = Seguir
refused-prove-first = Ha pasado un rato. Ve a Seguridad, muéstranos que eres tú y envía esto de nuevo.

again-lead = Tus palabras siguen aquí. Vuelve a entrar y envíalas.
again-or-password = O un nombre y su contraseña:
again-title = Tus palabras siguen aquí
again-back = Ya estás de vuelta. Envíalas cuando quieras.

## Where an account stands
status-title = Cómo está tu cuenta
status-waiting = Pediste entrar. El equipo anfitrión lo lee y dice sí o no.
status-waiting-next = No tienes que hacer nada. Vuelve con tus seis palabras y esta página te lo dirá.
status-paused = Tu cuenta está en pausa. Por ahora no puedes leer ni publicar aquí.
status-closed = Tu cuenta está cerrada.
status-open = Tu cuenta está abierta. Todo funciona.
status-who = Lo decidió
status-hosts = El equipo anfitrión
status-why = Por qué
status-no-reason = No se anotó un motivo. Puedes preguntar.
status-until = Hasta
status-no-end = No hay una fecha de fin.
status-answer = Puedes responder. Escribe al equipo anfitrión y cuenta cómo lo ves.
status-care = Si te escriben quienes cuidan de este lugar, lo encuentras aquí y puedes responder.

## You
you-profile = Ver lo que ven otras personas
you-words = Guarda tus seis palabras
you-tried = Alguien intentó hoy diez veces o más entrar con tu nombre. No lo logró.
you-tried-safety = Una llave de acceso hace tu entrada más segura
you-words-hint = Son el camino de vuelta.
you-names = Nombre y cara
you-names-hint = Lo que otras personas ven de ti
you-reading = Lectura
you-reading-hint = Claro u oscuro, tamaño de letra, avisos de contenido
you-safety-hint = Formas de volver a entrar, dispositivos, salir rápido
you-data-hint = Qué se guarda y cómo ponerle fin
you-host = Llevar la comunidad
you-sign-out = Cerrar sesión

names-name-hint = Tu nombre anterior queda reservado, para que nadie se haga pasar por ti. Nada dice que fue tuyo.
names-about = Sobre ti
names-about-hint = Tanto o tan poco como quieras. Deja fuera lo que pueda mostrar quién eres en otros lugares.
names-new-face = Dibujar otra cara
names-new-face-hint = Las demás personas ven la nueva enseguida.

safety-title = Seguridad
safety-ways = Formas de volver a entrar
safety-words = Seis palabras de regreso
safety-words-hint = Las nuevas sustituyen a las anteriores.
safety-password = Contraseña
safety-password-set = Puesta
safety-not-set = Sin poner
safety-passkeys = Llaves de acceso
safety-passkeys-set = { $n ->
    [one] Una llave de acceso
   *[other] { $n } llaves de acceso
}
safety-codes = Códigos de recuperación
safety-codes-left = { $n ->
    [one] Queda un código
   *[other] Quedan { $n } códigos
}
safety-devices = Dispositivos
safety-devices-hint = Dónde tienes la sesión abierta. Guardamos la semana, nunca la hora ni el lugar.
device-unnamed = Un dispositivo
device-this = este
device-shared = compartido
device-this-week = Aquí esta semana
device-weeks = { $n ->
    [one] Aquí por última vez hace una semana
   *[other] Aquí por última vez hace { $n } semanas
}
device-label = Un nombre para este dispositivo
device-out = Cerrar sesión
device-others-out = Cerrar las demás sesiones
device-all-out = Cerrar sesión en todas partes
safety-kind-words = Palabras amables y otras comunidades
safety-kind-words-travel = Mis palabras amables pueden viajar
safety-kind-words-hint = Entonces llegan tan lejos como la conversación en la que están, con tu nombre. Las de un alias no viajan nunca.
safety-leaving = Salir rápido
safety-leaving-signs-out = Al salir, cerrar también mi sesión
safety-leaving-hint = Entonces necesitas tus seis palabras para volver.
safety-leaving-more = Qué puede hacer Salir y qué no

password-title = Contraseña
password-new = Una contraseña nueva
password-hint = 12 letras o más. Tres o cuatro palabras que no tengan nada que ver entre sí funcionan bien.
password-again = La misma otra vez
password-others = Cerrar sesión en mis otros dispositivos
password-save = Poner contraseña
password-remove = Quitar la contraseña
password-remove-hint = Tus seis palabras te siguen dejando entrar.
refused-password-not-alike = Estas dos no coinciden. Escribe la misma dos veces.

passkeys-title = Llaves de acceso
passkeys-lead = El bloqueo de tu propio dispositivo te deja entrar. No hay nada que recordar.
passkeys-seen = Tu dispositivo la guarda con la dirección de esta comunidad y tu nombre aquí. Si se sincroniza, eso también.
passkeys-label = Un nombre para ella
passkeys-label-hint = Solo tú ves esto.
passkeys-add = Añadir una llave de acceso
passkeys-need-script = Tu navegador necesita scripts para esto. Tus seis palabras funcionan sin ellos.
passkeys-not-offered = Las llaves de acceso necesitan una dirección con nombre. Por ahora este servidor tiene un número.
passkeys-unnamed = Una llave de acceso
passkeys-remove = Quitar
refused-passkey-not-through = La llave de acceso no llegó. Prueba otra vez o déjalo.
refused-passkey-sealed = La llave de acceso es correcta, pero este navegador no dio su clave. Entra con tus palabras aquí o usa el navegador donde la creaste.
refused-passkey-not-offered = En esta dirección no se ofrecen llaves de acceso.
refused-passkey-label-length = El nombre de una llave de acceso tiene 40 letras como máximo.

codes-title = Códigos de recuperación
codes-lead = Diez códigos para el día en que no tengas tus palabras. Cada uno sirve una vez.
codes-none = Aún no tienes ninguno.
codes-make = Crear diez códigos
codes-make-hint = Los anteriores dejan de servir.
codes-shown = Guárdalos en un sitio distinto al de tus palabras. No podemos mostrarlos otra vez.

## What is kept, and going
data-title = Lo que guardamos
data-held = Esto es lo que esta comunidad guarda de { $name }:
data-account = Tu nombre, tu cara, lo que escribiste sobre ti y cómo vuelves a entrar. Palabras, códigos y contraseñas se guardan de modo que podamos comprobarlos, no leerlos.
data-week = La semana en que entraste y la última semana en que estuviste aquí. Ni horas, ni direcciones, ni lista de lo que lees. Si pediste que se note tu silencio, cuántos días llevas en silencio, sellado.
data-written = Lo que escribiste, tus grupos, tus borradores y las palabras amables que diste.
data-recovery = Tus contadores y cómo te sentiste cada día. Están sellados: se abren mientras tienes la sesión abierta, y ni para quienes llevan este lugar ni para quien robe una copia. Lo que elegiste mostrar se puede leer.
data-muted = A quién bloqueaste y de qué oyes menos. Las palabras que silenciaste están selladas igual: nadie que lleve este lugar las lee.
data-not = Ni correo, ni teléfono, ni nombre real.

delete-title = Cerrar esta cuenta
delete-lead = Tu cuenta dejará de existir, y con ella el nombre { $name }. Nadie vuelve a recibir ese nombre. Una vez hecho, no hay vuelta atrás.
delete-words = ¿Qué pasa con lo que escribiste?
delete-words-back = Retirarlo todo
delete-words-back-hint = Desaparece de aquí. Las respuestas de otras personas se quedan.
delete-words-leave = Dejarlo
delete-words-leave-hint = Se queda bajo «alguien que ya no está», sin tu nombre ni tu cara, para quienes recibieron ayuda con ello.
delete-copies = Las copias en los respaldos se van cuando se van los respaldos. Lo que otras personas copiaron no está en nuestras manos.
delete-go = Cerrarla para siempre
delete-stay = Conservarla

person-change = Cambiar
person-written = Escrito aquí
safety-device = Aspecto, Salir y bloqueo
safety-device-hint = Otro título e icono, adónde lleva Salir, y un bloqueo cuando no estás
