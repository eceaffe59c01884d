### The first page, for somebody who has not come in; the house before it opens; without a network.

home-title = Te damos la bienvenida
home-light = Hay una luz encendida.
home-sentence = Aquí, personas en recuperación se hacen compañía. Con cualquier sustancia, por cualquier camino, sea cual sea tu cuenta de días.
home-write = Escribe algo ahora
home-no-email = Sin correo y sin nombre real. Un minuto, más o menos.
home-ask = El equipo anfitrión da el sí antes de que entres.
home-by-invitation = Aquí se entra por invitación. Si alguien te dio un enlace, ábrelo.
home-closed = Por ahora no entra gente nueva.
home-how-to-ask = Cómo pedirlo
home-read = Leer en silencio primero
home-been-here = Ya estuve aquí

home-open-web = Compartido con la web abierta

home-here = Qué pasa aquí
home-here-people = Hay gente que lee y te responde.
home-here-people-more = Lo conocen por su propia vida. No son personal.
home-here-name = Tú eliges el nombre.
home-here-name-more = Uno inventado. Nadie te pide el otro.
home-here-sees = Ves quién ve.
home-here-sees-more = Quién puede ver lo que escribes
home-here-leave = Puedes salir con un toque.
home-here-leave-more = Qué oculta y qué no

setting-up-title = Esta casa se está preparando
setting-up-lead = La puerta aún no está abierta. Vuelve un poco más tarde.
setting-up-support = La ayuda ya está abierta
setting-up-host = Yo llevo este lugar

offline-title = No tienes conexión
offline-lead = Esto sigue funcionando.
