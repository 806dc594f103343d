package coop.laborfund.projections.forecast;

import coop.laborfund.ledger.money.Fen;

/** Something that somebody could still do to keep a guarantee; an amount in it is the least that is enough. */
public sealed interface Remedy {

    /** The company pays back principal of an advance, or somebody else pays it for the company. */
    record Repayment(String company, String advance, Fen amount) implements Remedy {}

    /** Somebody puts money into the risk reserve. */
    record Reserve(Fen amount) implements Remedy {}

    /** The village collective earns and has more, or is paid it out under the guarantee. */
    record VillageIncome(Fen amount) implements Remedy {}

    /** The fund hands over all that it holds for the village. */
    record Remittance(Fen amount) implements Remedy {}

    /** One of a household's workers has so many more months proved whose wage counts. */
    record Months(String household, int months) implements Remedy {}

    /** A household earns more, or is paid it out under the guarantee. */
    record HouseholdIncome(String household, Fen amount) implements Remedy {}
}
