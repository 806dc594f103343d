package coop.laborfund.api.app;

import java.nio.file.Path;

/** The data directory, as a part. */
public record DataFolder(Path path) {}
