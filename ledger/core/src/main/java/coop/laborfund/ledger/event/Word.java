package coop.laborfund.ledger.event;

/** A word of the scheme's fixed vocabulary: an English code (its enum name) and a Chinese name, either may stand in a file. */
public interface Word {

    String name();

    String chinese();
}
