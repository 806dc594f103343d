import client.ApiClient;
import client.ApiException;
import client.api.FundsApi;
import client.api.HistoryApi;
import client.api.MovementsApi;
import client.model.Account;
import client.model.JournalItem;
import client.model.Movement;
import client.model.MovementAnswer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What another program does with the client that is generated from our OpenAPI document; it knows nothing else of us. */
public final class OtherProgram implements Function<URI, List<String>> {

    private final List<String> said = new ArrayList<>();

    /** Takes the server's address and answers what it saw, line by line. */
    @Override
    public List<String> apply(URI address) {
        ApiClient client = new ApiClient();
        client.updateBaseUri(address.toString());
        try {
            talk(new MovementsApi(client), new FundsApi(client), new HistoryApi(client));
        } catch (ApiException failed) {
            throw new IllegalStateException(failed);
        }
        return said;
    }

    private void talk(MovementsApi movements, FundsApi funds, HistoryApi history) throws ApiException {
        Movement open = movement("R1", "OPEN_FUND").party("532599100200").name("示例基金");
        Movement income = movement("R2", "OTHER_INCOME").amount("12.50");
        record("opened", movements.recordMovement("F1", open, false));
        record("trial", movements.recordMovement("F1", income, true));
        record("recorded", movements.recordMovement("F1", income, false));
        record("repeated", movements.recordMovement("F1", income, false));
        refused(movements, movement("R2", "OTHER_INCOME").amount("13"));
        refused(movements, movement("R3", "PAY_EXPENSE").amount("12.51"));
        funds.listFunds(null, null).forEach(fund -> said.add("fund " + fund.getFund() + " " + fund.getName()));
        for (Account account : funds.getBalances("F1", null, null, null, null).getBalancesAnswer().getAccounts()) {
            said.add("balance " + account.getAccount() + " " + account.getBalance());
        }
        said.add("verdicts "
                + funds.getGuarantees("F1", "2024", "2024-12-31", null, true, null).getGuarantees().size());
        for (JournalItem entry : history.getJournal("F1", null, null, null, null, null).getItems()) {
            said.add("entry " + entry.getPosition() + " " + entry.getRef());
        }
        said.add("events " + history.getEvents("F1", null, null, null, null, null).getItems().size());
    }

    private void record(String what, MovementAnswer answer) {
        said.add(what + " " + answer.getRef() + " at " + answer.getPosition() + ": " + answer.getRecorded() + ", "
                + answer.getBalances().stream().map(Account::getBalance).toList());
    }

    private void refused(MovementsApi movements, Movement movement) {
        try {
            movements.recordMovement("F1", movement, false);
            said.add("not refused: " + movement);
        } catch (ApiException refusal) {
            said.add("refused " + refusal.getCode() + " "
                    + refusal.getResponseBody().replaceAll(".*\"code\":\"([A-Z_]+)\".*", "$1"));
        }
    }

    private static Movement movement(String ref, String type) {
        return new Movement().ref(ref).date("2024-01-05").type(type);
    }
}
