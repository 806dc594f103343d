/** What people are told, in Chinese and in English, each in files of its own by the same keys. */
@NullMarked
package coop.laborfund.api.words;

import org.jspecify.annotations.NullMarked;
