/**
 * The official statements (资产负债表、盈余及盈余分配表、成员权益变动表), the trial balance, the bank's reconciliation and the
 * account books, each a fold over a fund's events that needs no database. Lines are numbered as in the forms of 财会〔2021〕37号.
 */
@NullMarked
package coop.laborfund.projections.statement;

import org.jspecify.annotations.NullMarked;
