package coop.laborfund.docs;

import coop.laborfund.docs.Glossary.Term;
import java.util.List;

/** Words of the scheme that are no code of the program and yet stand in its classes, fields and messages. */
final class DomainTerms {

    static final List<Term> ALL = List.of(
            new Term("劳务合作基金", "labor-cooperative fund", "各户入股、借给公司周转的钱 · households' shares, lent on to companies"),
            new Term("一金三保", "one fund, three guarantees", "一个基金，三项保障 · the scheme as a whole"),
            new Term("户", "household", "入社的家庭 · a family that is a member"),
            new Term("劳动力", "worker", "户里出去做工的人 · a household's member who works"),
            new Term("人力资源公司", "labor company", "用基金周转、给劳动力找活 · uses the capital and finds the work"),
            new Term("用工单位", "employer", "付工资的单位，不必是登记的公司 · pays the wages; need not be enrolled"),
            new Term("投放", "advance", "借给公司的一笔钱 · capital lent to a company"),
            new Term("本金", "principal", "投放中还没收回的部分 · what of an advance is outstanding"),
            new Term("股金积日", "share-days", "每天的股金相加，分红的依据 · shares summed over days; dividends go by them"),
            new Term("可分配盈余", "distributable surplus", "332、331、511、502 减 522、523、524、529 · what may be divided"),
            new Term("凭证", "voucher", "一笔业务的凭据 · what a movement is recorded under"),
            new Term("业务", "movement", "流水表的一行 · a row of the movements file"),
            new Term("流水表", "movements file", "出纳交来的表 · what a treasurer hands in"),
            new Term("分录", "entry", "借贷相等的几行 · lines of debit and credit that balance"),
            new Term("科目", "account", "总账科目 · a heading of the chart"),
            new Term("明细", "sub-account", "科目后面的户、公司、村 · whom a balance belongs to"),
            new Term("历史", "history", "按顺序记下、永不更改的事件 · events in order, never changed"),
            new Term("位置", "position", "事件在历史里的编号 · an event's number in the history"),
            new Term("判定", "verdict", "一项保障达没达标 · whether a guarantee is kept"),
            new Term("缺口", "shortfall", "还差多少元 · yuan that are missing"),
            new Term("依据", "evidence", "判定用到的业务 · the movements that a verdict rests on"),
            new Term("拒绝", "refusal", "一行不能记的理由，见 REFUSALS.md · why a row is not recorded"));

    private DomainTerms() {}
}
