### Words for the short lists: kinds, asks, notes, reactions, amounts, pathways, topics,
### and the reasons a name or a password was not taken.

## What kind of post it is
kind-win = Win
kind-setback = Setback
kind-question = Question
kind-gratitude = Gratitude
kind-milestone = Milestone
kind-introduction = Introduction
kind-just-here = Just here

## What the writer asks of those who answer
ask-just-listen = Listen to me
ask-been-there = Been there?
ask-ideas = Ideas, please
ask-company = Company
ask-celebrate = Celebrate with me

## Content notes
note-using-today = Using today
note-lapse = A lapse
note-relapse = A relapse
note-craving-detail = Cravings, in detail
note-substance-detail = Drink or drugs, in detail
note-method = How something was done
note-overdose = Overdose
note-self-harm = Self-harm
note-suicide = Suicide
note-sexual-violence = Sexual violence
note-abuse = Harm by someone close
note-child-loss = Losing a child, or custody
note-grief = Grief
note-eating = Food and eating
note-gambling-detail = Gambling, in detail
note-medical = Medical matters
note-religion = Religion
note-politics-edge = Close to politics
note-image = A picture
note-strong-language = Strong language

## Reactions
reaction-with = With you
reaction-same = Same here
reaction-proud = Proud of you
reaction-thanks = Thank you

## Amounts: words, never digits
amount-nobody = nobody yet
amount-someone = someone
amount-a-few = a few
amount-several = several
amount-many = many

## Pathways
pathway-aa = AA
pathway-na = NA
pathway-ca = CA
pathway-cma = CMA
pathway-ha = HA
pathway-ma = MA
pathway-daa = DAA
pathway-ga = GA
pathway-oa = OA
pathway-da = DA
pathway-sex-and-love = Fellowships for sex and love
pathway-coda = CoDA
pathway-aca = ACA
pathway-al-anon = Al-Anon, Alateen, Nar-Anon
pathway-smart = SMART Recovery
pathway-lifering = LifeRing
pathway-recovery-dharma = Recovery Dharma
pathway-refuge = Refuge Recovery
pathway-women-for-sobriety = Women for Sobriety
pathway-sos = Secular Organizations for Sobriety
pathway-moderation = Moderation Management
pathway-celebrate = Celebrate Recovery
pathway-wellbriety = Wellbriety
pathway-faith = Another path of faith
pathway-medication = With medication
pathway-therapy = Therapy or treatment
pathway-harm-reduction = Harm reduction
pathway-exercise = Exercise and making things
pathway-online = Online only
pathway-own-way = My own way

## Topics
topic-alcohol = Alcohol
topic-opioids = Opioids
topic-prescription-opioids = Prescription opioids
topic-cocaine = Cocaine and crack
topic-methamphetamine = Methamphetamine
topic-stimulants = Other stimulants
topic-cannabis = Cannabis
topic-sedatives = Benzodiazepines and sedatives
topic-ghb = GHB
topic-ketamine = Ketamine
topic-hallucinogens = Hallucinogens
topic-inhalants = Inhalants
topic-nicotine = Nicotine and vaping
topic-kratom = Kratom and kava
topic-caffeine = Caffeine
topic-steroids = Steroids
topic-several = More than one
topic-gambling = Gambling
topic-gaming = Gaming
topic-pornography = Pornography
topic-sex-and-love = Sex and love
topic-spending = Spending and debt
topic-food = Food and eating
topic-restricting = Restricting and purging
topic-internet = Internet and phone
topic-work = Work
topic-codependency = Codependency
topic-family = Someone close to me
topic-prefer-not-to-say = Rather not say

## Why a name was not taken. The name on offer comes after these.
refused-name-too-short = A name needs two letters or more. How about { $suggestion }?
refused-name-too-long = A name has up to 30 letters. How about { $suggestion }?
refused-name-characters = Use letters of one alphabet, numbers, spaces, hyphens and apostrophes. How about { $suggestion }?
refused-name-real-name = This reads like a real name. A made-up one keeps you safer here. How about { $suggestion }?
refused-name-birth-year = This reads like a year of birth. Leave it out and nobody can add it up. How about { $suggestion }?
refused-name-reserved = This name would look like a role here. How about { $suggestion }?
refused-name-contact = This reads like a way to reach you elsewhere. Names here stay here. How about { $suggestion }?

## Why a password was not taken
refused-password-too-short = Use 12 letters or more. A few plain words in a row work well.
refused-password-too-long = Use up to 256 letters.
refused-password-guessable = This one is easy to guess. Three or four words that have nothing to do with each other hold better.
refused-password-holds-name = Leave your name out of it. It is the first thing a guesser tries.

## Why a text was not taken
refused-text-empty = Nothing is written here yet. One line is enough.
refused-text-too-short = { $min ->
    [one] This needs a letter.
   *[other] This needs { $min } letters or more.
}
refused-text-too-long = { $over ->
    [one] This is one letter too long. Your words are still here.
   *[other] This is { $over } letters too long. Your words are still here.
}
refused-text-nul = This holds a character that no text has. Try pasting it as plain text.
refused-text-control = This looks like a file, not words. Try pasting it as plain text.

## Interface languages, each in its own words
language-en = English
language-es = Español
