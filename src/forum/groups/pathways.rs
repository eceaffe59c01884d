//! The ways people recover. None is better than another; the order is that of the lists they come from.

use crate::text_enum;

text_enum! {
    /// A way of recovering that a group is for, or a person follows.
    pub enum Pathway {
        /// Alcoholics Anonymous.
        Aa = "aa",
        /// Narcotics Anonymous.
        Na = "na",
        /// Cocaine Anonymous.
        Ca = "ca",
        /// Crystal Meth Anonymous.
        Cma = "cma",
        /// Heroin Anonymous.
        Ha = "ha",
        /// Marijuana Anonymous.
        Ma = "ma",
        /// Drug Addicts Anonymous.
        Daa = "daa",
        /// Gamblers Anonymous.
        Ga = "ga",
        /// Overeaters Anonymous.
        Oa = "oa",
        /// Debtors Anonymous.
        Da = "da",
        /// The fellowships for sex and love.
        SexAndLove = "sex-and-love",
        /// Co-Dependents Anonymous.
        Coda = "coda",
        /// Adult Children of Alcoholics.
        Aca = "aca",
        /// Al-Anon, Alateen and Nar-Anon: for those close to someone.
        AlAnon = "al-anon",
        /// SMART Recovery.
        Smart = "smart",
        /// `LifeRing`.
        Lifering = "lifering",
        /// Recovery Dharma.
        RecoveryDharma = "recovery-dharma",
        /// Refuge Recovery.
        Refuge = "refuge",
        /// Women for Sobriety.
        WomenForSobriety = "women-for-sobriety",
        /// Secular Organizations for Sobriety.
        Sos = "sos",
        /// Moderation Management.
        Moderation = "moderation",
        /// Celebrate Recovery.
        Celebrate = "celebrate",
        /// Wellbriety.
        Wellbriety = "wellbriety",
        /// Another path of faith.
        Faith = "faith",
        /// Supported by medication.
        Medication = "medication",
        /// Therapy or treatment.
        Therapy = "therapy",
        /// Harm reduction.
        HarmReduction = "harm-reduction",
        /// Exercise and making things.
        Exercise = "exercise",
        /// Online only.
        Online = "online",
        /// A way of one's own.
        OwnWay = "own-way",
    }
}

text_enum! {
    /// What people are recovering from, or living beside.
    pub enum Topic {
        /// Alcohol.
        Alcohol = "alcohol",
        /// Opioids.
        Opioids = "opioids",
        /// Prescription opioids.
        PrescriptionOpioids = "prescription-opioids",
        /// Cocaine and crack.
        Cocaine = "cocaine",
        /// Methamphetamine.
        Methamphetamine = "methamphetamine",
        /// Other stimulants.
        Stimulants = "stimulants",
        /// Cannabis.
        Cannabis = "cannabis",
        /// Benzodiazepines and sedatives.
        Sedatives = "sedatives",
        /// GHB.
        Ghb = "ghb",
        /// Ketamine.
        Ketamine = "ketamine",
        /// Hallucinogens.
        Hallucinogens = "hallucinogens",
        /// Inhalants.
        Inhalants = "inhalants",
        /// Nicotine and vaping.
        Nicotine = "nicotine",
        /// Kratom and kava.
        Kratom = "kratom",
        /// Caffeine.
        Caffeine = "caffeine",
        /// Steroids.
        Steroids = "steroids",
        /// More than one.
        Several = "several",
        /// Gambling.
        Gambling = "gambling",
        /// Gaming.
        Gaming = "gaming",
        /// Pornography.
        Pornography = "pornography",
        /// Sex and love.
        SexAndLove = "sex-and-love",
        /// Spending and debt.
        Spending = "spending",
        /// Food and eating.
        Food = "food",
        /// Restricting and purging.
        Restricting = "restricting",
        /// Internet and phone.
        Internet = "internet",
        /// Work.
        Work = "work",
        /// Codependency.
        Codependency = "codependency",
        /// Someone close to me.
        Family = "family",
        /// Rather not say.
        PreferNotToSay = "prefer-not-to-say",
    }
}

#[test]
fn codes_are_read_back_and_differ() {
    assert!(Pathway::ALL.iter().all(|pathway| Pathway::parse(pathway.code()) == Some(*pathway)));
    assert!(Topic::ALL.iter().all(|topic| Topic::parse(topic.code()) == Some(*topic)));
}

#[test]
fn every_case_has_its_words() {
    let words = include_str!("../../../frontend/locales/en/lists.ftl");
    for pathway in Pathway::ALL {
        assert!(words.contains(&format!("\npathway-{} = ", pathway.code())), "{pathway}");
    }
    for topic in Topic::ALL {
        assert!(words.contains(&format!("\ntopic-{} = ", topic.code())), "{topic}");
    }
    assert!(fluent_syntax::parser::parse(words).is_ok());
}
