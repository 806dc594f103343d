package coop.laborfund.api.web.page;

import coop.laborfund.api.web.http.PageWords;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Tells every page in which language it is asked for. */
@ControllerAdvice(assignableTypes = {FundPages.class, HistoryPages.class})
class PageLanguage {

    /** What templates take their words from: Chinese, until a request can ask for another. */
    @ModelAttribute("words")
    PageWords words() {
        return PageWords.CHINESE;
    }
}
