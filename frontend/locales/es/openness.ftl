### Lo que hicieron quienes cuidan la comunidad, contado para cualquiera.

did-title = Lo que hicimos
did-lead = Lo que la gente avisó a quienes cuidan esta comunidad, y lo que se decidió, mes a mes.
did-promise = Lo que prometemos
did-promise-look = Miramos lo que nos avisas. Lo que nadie de un grupo decidió en { $hours } horas llega a los anfitriones.
did-promise-reason = Quien recibe una decisión lee por qué y hasta cuándo.
did-promise-answer = Puede responder, y recibe respuesta en { $days } días: de alguien que no decidió, si hay alguien más.
did-none = Todavía no se puede contar nada. En los doce meses anteriores a este no hay ninguno en que una misma cosa pasara { $least } veces; puede haber pasado menos veces, o ninguna.
did-month = { $month } de { $year }
did-told = De qué nos avisó la gente
did-done = Lo que decidimos
did-why = Por qué, cuando se trataba de una comunidad entera
did-why-list = Estaba en una lista que adoptamos
did-answers = Respuestas a decisiones
did-answered = Alguien respondió a una decisión
did-taken-back = Entonces se retiró
did-pace-nearly = Casi todo lo que nos avisaron se decidió a más tardar al día siguiente.
did-pace-most = Más de la mitad de lo que nos avisaron se decidió a más tardar al día siguiente.
did-pace-fewer = Menos de la mitad de lo que nos avisaron se decidió a más tardar al día siguiente.
did-how = Sin nombres, sin lugares y sin palabras. Lo que no está en la lista pasó menos de { $least } veces en un mes, o ninguna: los números pequeños no se muestran, para no señalar a nadie.
did-readers = ¿Quién puede leer esta página?
did-readers-everyone = Cualquiera que pase por aquí
did-readers-members = Solo miembros
refused-openness-unchosen = Elige una de las dos.
