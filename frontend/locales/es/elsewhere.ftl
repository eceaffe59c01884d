### Cuidar lo que llega de otras comunidades: personas de allí y comunidades enteras.

title-there = Una comunidad entera

look-there = Lo que puede hacer aquí toda la comunidad de esa persona
look-words-far = Es de otra comunidad y no lee esto. Se queda en la lista de decisiones, para quienes cuidan esto.

act-verb-pause-far = Mantener lejos a esta persona por un tiempo
act-verb-close-far = Mantener lejos a esta persona
act-verb-remove-there = Quitar de la vista todo lo de allí
act-verb-allow-there = Que toda la comunidad haga lo que permite su enlace
act-verb-media-there = Sin imágenes de toda la comunidad
act-verb-limit-there = Dejar a toda la comunidad en segundo plano
act-verb-hold-there = Que lo que llega de toda la comunidad espere una mirada
act-verb-block-there = Mantener lejos a toda la comunidad
act-means-pause-far = Nada nuevo suyo entra en ningún grupo de aquí hasta el día que elijas. Lo que ya está se queda. Su comunidad no se entera.
act-means-close-far = Nada nuevo suyo entra en ningún grupo de aquí, sin fecha de fin. Lo que ya está se queda. Su comunidad no se entera.
act-did-pause-far = Alguien de otra comunidad, lejos por un tiempo
act-did-close-far = Alguien de otra comunidad, lejos
act-did-remove-there = Todo lo de una comunidad, fuera de la vista
act-did-allow-there = Una comunidad puede otra vez lo que permite su enlace
act-did-media-there = Sin imágenes de una comunidad
act-did-limit-there = Una comunidad en segundo plano
act-did-hold-there = Lo que llega de una comunidad espera una mirada
act-did-block-there = Una comunidad, lejos

there-lead = Las palabras de este caso llegaron de aquí. Lo que elijas vale para todas las personas de allí, y la mayoría no tuvo parte en ello. El caso sigue por decidir.
there-page = Todo sobre esta comunidad, en su propia página
there-stands = { $n ->
    [0] Nada de allí está en grupos que puedas leer.
    [one] Una publicación o respuesta de allí está en grupos que puedes leer.
   *[other] { $n } publicaciones y respuestas de allí están en grupos que puedes leer: míralas antes.
}
there-left = { $n ->
    [one] Una más la escribió alguien por quien aquí se preocupan, y eso aún espera. Se deja donde está: sobre ella decidís dos, desde el aviso.
   *[other] { $n } más las escribió alguien por quien aquí se preocupan, y eso aún espera. Se dejan donde están: sobre ellas decidís dos, desde el aviso.
}
there-removes = Quitar también todo esto de la vista
there-removes-hint = Todo lo de la lista, lo haya escrito quien lo haya escrito allí. Puedes devolverlo desde la lista de decisiones.
there-why = ¿De qué se trata?
there-why-hint = Cualquiera puede leer, contado por meses, cuántas veces se mantuvo lejos a una comunidad y de qué se trataba. Allí no se dicen sus nombres.
there-undo = Puedes retirar esto desde la lista de decisiones: entonces podrán lo que podían antes.
there-undo-partner = Puedes retirar esto desde la lista de decisiones: entonces podrán lo que podían antes. La alianza que termina con ello no vuelve sola: os la pedís de nuevo.
