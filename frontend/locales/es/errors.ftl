### Every no, in words. Short, kind, with a way onward.

faults-title = Hay algo que revisar
error-title-change = Antes hay que cambiar algo
error-title-signed-out = Tu sesión se cerró
error-title-not-allowed = Esto les toca a otras personas
error-title-absent = Aquí no hay nada
error-title-wrong-verb = No hay nada que ver en esta dirección
error-title-gone = Quien lo escribió lo retiró
error-title-too-many = En un momento, por favor
error-title-ours = No pudimos hacerlo
error-words-kept = Tus palabras siguen aquí.
error-your-words = Tus palabras
error-send-again = Enviar otra vez
error-try-again = Probar otra vez
error-way-home = Ir a la página de inicio

refused-absent = Puede que se haya movido o retirado, o que esta cuenta no pueda verlo.
refused-our-fault = Algo salió mal de nuestro lado, y lo sentimos. No se envió nada. Prueba otra vez en un momento.
refused-busy = Hay mucha gente aquí. No se envió nada. Prueba otra vez en un momento.
refused-disk-full = Ahora no tenemos espacio para guardar palabras nuevas. No se envió nada. El equipo anfitrión ya lo sabe.
refused-keys-lost = Esto necesita el llavero del servidor, y no está aquí. El equipo anfitrión puede devolverlo.

refused-form-stale = Esta página llevaba mucho tiempo abierta. Mira tus palabras una vez más y envíalas de nuevo.
refused-form-garbled = Algunos caracteres no llegaron bien. Mira tus palabras y envíalas de nuevo.
refused-form-too-large = Es más de lo que podemos recibir de una vez. Vuelve atrás, acórtalo y envíalo de nuevo.
refused-form-unknown = No pudimos leer lo que se envió.
refused-form-cut-short = La conexión se cortó antes de tiempo. Prueba otra vez.
refused-from-elsewhere = Esto venía de otro sitio, así que no hicimos nada.
refused-too-many = { $minutes ->
    [one] Fue mucho de una vez. Prueba otra vez en un minuto. Tus palabras se guardan en esta página.
   *[other] Fue mucho de una vez. Prueba otra vez en { $minutes } minutos. Tus palabras se guardan en esta página.
}

refused-sign-in-first = Para hacer esto, entra o vuelve a entrar.
refused-members-only = Esto es para miembros del grupo.
refused-not-yours = Esto lo escribió otra persona.
refused-keepers-only = Esto es para quienes cuidan del grupo.
refused-stewards-only = Esto es para responsables del grupo.
refused-hosts-only = Esto es para el equipo anfitrión.


refused-name-taken = Alguien aquí ya tiene ese nombre. { $suggestion } está libre.
refused-device-label-length = El nombre de un dispositivo tiene 40 letras como máximo.

refused-thread-locked = Esta publicación se puede leer, pero ya no admite respuestas.
refused-group-closed = Este grupo se puede leer, pero no admite publicaciones nuevas.
refused-reach-too-wide = Las publicaciones de este grupo no llegan tan lejos. Elige quién puede ver esto.
refused-taken-back = Estaba aquí, y quien lo escribió lo retiró, o su tiempo terminó. No pasa nada.
refused-wrong-verb = Esta dirección solo recibe lo que envía un formulario. Vuelve a la página anterior.
refused-notice-place = Elige uno de los lugares que aparecen.
refused-notice-hours = Elige una hora de 0 a 23.
refused-notice-zone = Elige un lugar de la lista, para que las horas sean las de tu reloj.
refused-mail-address = No es una dirección de correo a la que podamos escribir.
refused-mail-link = Este enlace ya no sirve, o es de otra persona. Puedes pedir otro.
refused-push-address = Este navegador no indica una dirección a la que enviaríamos.
refused-push-keys = Este navegador no dijo cómo llegar a él en privado. No se guardó nada.
refused-push-shared = Otras personas usan este dispositivo. Se queda en silencio.
