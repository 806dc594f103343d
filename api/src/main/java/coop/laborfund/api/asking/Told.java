package coop.laborfund.api.asking;

import coop.laborfund.api.exporting.Export;

/**
 * An answer in its two forms.
 *
 * @param answer as JSON shows it
 * @param export as tables
 */
public record Told<T>(T answer, Export export) {}
