/** The web application as a whole: its start and end, Tomcat, who may come in, health and figures for operators. */
@NullMarked
package coop.laborfund.api.web.server;

import org.jspecify.annotations.NullMarked;
