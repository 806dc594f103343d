/** Every answer above 399, in the form of RFC 9457, whoever gives it: controllers, Spring or Tomcat. */
@NullMarked
package coop.laborfund.api.web.problems;

import org.jspecify.annotations.NullMarked;
