### Writing: the form, who can see it, content notes, drafts, replies.

share-back = Volver a { $group }
share-group = ¿En qué grupo?
share-kind = ¿Qué tipo de publicación es?
share-more-kinds = Más tipos
share-body = Tus palabras
share-body-hint = Tan corto como quieras. Habla desde tu propia experiencia.
share-setback = Volver es la parte difícil, y ya lo has hecho. Nada de lo que construiste se ha perdido.
share-title-field = Un título, si quieres
share-title-hint = Sin título, ocupa su lugar tu primera línea.
share-ask = ¿Qué te ayudaría?
share-ask-hint = La gente lo ve antes de responder.
share-ask-none = Prefiero no decirlo
share-reach = ¿Quién puede verlo?
share-send = Compartirlo
share-check = Revisarlo antes
share-keep = Guardar como borrador
share-drafts = Tienes palabras guardadas:
share-no-groups = Aquí las palabras van a un grupo. Aún no estás en ninguno.
share-find-group = Buscar un grupo
share-support = Si sientes que esta noche hay peligro, alguien puede estar contigo ahora. Tus palabras se quedan de todos modos.
share-support-link = Abrir Apoyo
share-support-emergency = Peligro de vida: llama al { $number }.

## The plain sentence
share-people = { $people } en { $group }
share-people-far = toda la gente de { $group }
share-summary = Publicas con el nombre { $as }{ $note }. Lo verán { $people }{ $reach }. { $stays }
share-with-note = {" "}con un aviso sobre { $note }
share-stays = Se queda en { $home }.
share-copies-partners = No hay certeza de poder retirar las copias en otras comunidades.
share-copies-everyone = Cualquiera puede guardar una copia.

## Who can see it
reach-group = Solo { $group }
reach-group-hint = { $people }, todas de { $home }
reach-community = Todo el mundo en { $home }
reach-community-hint = Toda persona que inicia sesión aquí
reach-community-adds = {" "}y el resto de la gente de { $home }
reach-partners = { $home } y comunidades aliadas
reach-partners-hint = Hay copias que van a comunidades que el equipo anfitrión ha enlazado. Les pedimos que borren cuando tú borras; no podemos obligarlas.
reach-partners-adds = {" "}y toda la gente de { $home } y de sus comunidades aliadas
reach-shown-hint = Cuenta con ello como con la web abierta: { $partner } lo muestra a quien la visita.
reach-shown-adds = {" "}y cualquiera que visite { $partner }
reach-far = { $group }, y adonde vaya desde allí
reach-far-hint = Va a esa comunidad y a las que tiene enlazadas. Les pedimos que borren cuando tú borras; no podemos obligarlas.
reach-far-adds = {" "}y de las comunidades con las que está enlazado
reach-read-far = La gente de { $group } y de las comunidades con las que está enlazado puede leer esto.
reach-everyone = La web abierta
reach-everyone-hint = Cualquiera, los buscadores y cualquier servidor conectado
reach-everyone-adds = {" "}y cualquiera en la web abierta
reach-read-group = Solo { $group } puede leer esto: { $people }.
reach-read-community = Toda persona que inicia sesión en { $home } puede leer esto. Se queda aquí.
reach-read-partners = La gente de { $home } y de sus comunidades aliadas puede leer esto.
reach-read-shown = La gente de { $home } y de sus comunidades aliadas puede leer esto, y también cualquiera que visite { $partner }.
reach-read-everyone = Cualquiera en la web abierta puede leer esto.

## Check your answers
check-title = Mira una vez más
check-edit = Cambiar algo

## Content notes
notes-legend = Avisos de contenido
notes-hint = Para que cada persona elija cuándo leer. Queda a un toque.
notes-asked = Este grupo pide un aviso cuando corresponde, para que cada persona elija cuándo leer.
notes-none = Ninguno de estos
notes-more = Más avisos
notes-own = Con tus propias palabras
notes-move = Llevar mis palabras a { $group }

## Drafts on the device
draft-offer = Tienes palabras guardadas: { $when }.
draft-use = Seguir con ellas
draft-drop = Descartarlas
draft-kept = Borrador guardado solo en este dispositivo

## Changing and taking back
edit-title = Cambia tus palabras
edit-hint = La gente ve que se cambió. Tú y quienes cuidan del grupo pueden leer cómo era.
edit-save = Guardar
edit-reach-hint = Puedes acercarla, no llevarla más lejos.
edit-reach-copies = Las copias ya enviadas no se pueden recuperar; pedimos que las borren.
take-back-title = ¿Retirarlo?
take-back-what = Tus palabras se borran de aquí, con todas sus versiones anteriores. Quienes podían leerlas ven que las retiraste.
take-back-elsewhere = Comunidades que recibieron tus palabras
take-back-asked = Pedimos a cada una que borre su copia, durante 30 días. Lo que hagan con ella, y con quién la compartieron, depende de ellas. De lo escrito con tu nombre puedes ver quién no ha confirmado:
take-back-keep = Dejarlo
history-title = Cómo era antes
history-who = Esto lo ven quien lo escribió y quienes cuidan del grupo.
history-none = No se ha cambiado.
history-until = Hasta: { $when }

## Replies
reply-hint = Di algo amable o verdadero. Corto está bien.
reply-starters = ¿No sabes cómo empezar?
reply-starter-glad = Me alegra que nos lo hayas contado.
reply-starter-been = Yo también he pasado por algo parecido.
reply-starter-hear = Siento lo difícil que es esto.
reply-starter-thanks = Gracias por decirlo en voz alta.
reply-starter-near = No estás a solas con esto.
reply-send = Enviar respuesta
reply-answer = Responder
reply-answer-to = a { $name }
reply-to = a { $name }
reply-to-title = Responder a { $name }
reply-by = Respuesta de { $name }
reply-taken-back = Quien lo escribió lo retiró, o su tiempo terminó.
replybar-hint = Di algo amable o verdadero

refused-kind-missing = Elige qué tipo de publicación es.
refused-reach-missing = Elige quién puede ver esto, para que llegue adonde tú quieres.
refused-answered-gone = La respuesta a la que contestabas se retiró. Tus palabras aún pueden ir a la publicación.
refused-reply-crosstalk = Aquí las personas comparten, y no se responden entre sí. Tus palabras siguen abajo: si las envías otra vez, van a quien abrió la publicación.
refused-thread-full = Esta publicación ya no admite más respuestas. Abre una nueva y enlázala con esta.
refused-note-unknown = Ese aviso de contenido no es uno de los nuestros.

## Cuánto tiempo quedan las palabras
lasting = ¿Cuánto tiempo quedan?
lasting-hint = Puedes retirarlas cuando quieras, y cambiar esto después.
choice-lasting-stay = Mientras el grupo las guarde
choice-lasting-week = Una semana
choice-lasting-month = 30 días
choice-lasting-quarter = 90 días
lasting-as-before = { $days ->
    [0] Como antes: hasta hoy
    [one] Como antes: un día más
   *[other] Como antes: { $days } días más
}
refused-lasting-unknown = Elige cuánto tiempo quedan las palabras.
