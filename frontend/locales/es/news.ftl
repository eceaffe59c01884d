### What happened for somebody.

news-title = Qué pasó para ti
news-new = Nuevo:
news-empty = Todo en calma.
news-answer = Ver quién espera una respuesta
news-seen = Ya vi estas novedades
news-somebody = Alguien
news-and-others = { $name } y más personas
news-reply = Respuesta de { $who }
news-reaction = Una palabra amable de { $who }
news-let-in = Ya estás en { $group }
news-asked = Petición para unirse a { $group }: { $who }
news-held = Algo espera una mirada en { $group }
news-role = Tu papel en { $group } ha cambiado
news-turn-ends = Tu turno en { $group } termina en menos de una semana
news-turn-over = Tu turno en { $group } ha terminado. Gracias por llevarlo
news-arrival = Petición para entrar: { $who }
news-standing = Hay novedades sobre tu cuenta
news-concern = Hay algo por mirar en { $group }
news-concern-house = Hay algo por mirar
news-decision = Hay una palabra para ti de quienes cuidan { $group }
news-decision-house = Hay una palabra para ti de quienes cuidan esta comunidad
news-company = Alguien pide compañía
news-with-you = Alguien acudió, como pediste
news-mail-over = Los correos a la dirección que diste no llegan. Se olvidó, y no se mandan más
news-buddy = { $who }, con quien se acompañan, te manda una nota de cariño
