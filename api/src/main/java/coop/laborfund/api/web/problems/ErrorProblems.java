package coop.laborfund.api.web.problems;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What fails outside of Spring's dispatching ends here. */
@Controller
@Hidden
class ErrorProblems implements ErrorController {

    @RequestMapping("/error")
    void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // Asked for by that very address, there is no error and nothing there.
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        ProblemWriter.write(response, StatusProblems.of(status instanceof Integer code ? code : 404));
    }
}
