package coop.laborfund.api.importing;

/**
 * What is being read, for messages.
 *
 * @param sheet empty in a CSV file
 */
record Place(String file, String sheet) {

    /** @param chinese what is wrong, and what to do */
    UnreadableFileException unreadable(String chinese, String english) {
        return sheet.isEmpty()
                ? new UnreadableFileException(file, chinese, english)
                : new UnreadableFileException(
                        file, "工作表“" + sheet + "”" + chinese, "sheet \"" + sheet + "\", " + english);
    }
}
