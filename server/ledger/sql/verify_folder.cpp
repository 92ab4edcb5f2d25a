// One reading connection under one read transaction carries both sides of the comparison.
#include "server/ledger/sql/verify_folder.h"
#include "server/ledger/sql/sql_ledger.h"
#include "server/ledger/sql/sql_order_queries.h"
#include "sync/sql/migrator.h"
#include "sync/sql/transaction.h"

namespace parterre {
namespace {

// What the rows of one table say about another that no port can ask.
struct RowCheck
{
    const char* sql; // counts the rows that should not be
    const char* sentence;
};

constexpr RowCheck rowChecks[] = {
    {"SELECT count(*) FROM event_log l LEFT JOIN event e ON e.number = l.event WHERE e.number IS NULL",
     "log entries belong to no event"},
    {"SELECT count(*) FROM op_outcome o LEFT JOIN op_stream s ON s.number = o.stream "
     "WHERE s.number IS NULL OR o.op_n > s.applied OR o.op_n < 1",
     "outcomes belong to no op that was applied"},
    {"SELECT count(*) FROM ticket t LEFT JOIN customer_order o ON o.number = t.order_number "
     "WHERE o.number IS NULL OR o.event <> t.event",
     "tickets belong to no order of their event"},
    {"SELECT count(*) FROM request_answer a LEFT JOIN event e ON e.number = a.event "
     "WHERE e.number IS NULL OR (a.refused IS NULL AND a.last_seq > e.head_seq)",
     "answers to requests name entries the log does not have"},
};

Result<void> checkRows(sql::Connection& connection, VerifyReport& report)
{
    for (const RowCheck& check : rowChecks) {
        sql::Statement row = connection.prepare(check.sql);
        const std::int64_t count = row.next() ? row.integer(0) : 0;
        if (!row.status())
            return row.status().error();
        if (count > 0)
            report.findings.push_back(std::to_string(count) + " " + check.sentence);
    }
    sql::Statement rows = connection.prepare("PRAGMA quick_check(10)");
    while (rows.next())
        if (const std::string said = rows.text(0); said != "ok")
            report.findings.push_back("the database file is damaged: " + said);
    return rows.status();
}

} // namespace

Result<VerifyReport> verifyFolder(const QString& dataFolder, sql::Disk& disk)
{
    sql::ConnectionOptions options;
    options.readOnly = true;
    options.disk = &disk;
    Result<sql::Connection> connection = sql::Connection::open(SqlLedger::fileIn(dataFolder), options);
    if (!connection)
        return connection.error();
    if (Result<void> checked = sql::checkSchema(*connection, QStringLiteral(":/sql/ledger")); !checked)
        return checked.error();
    Result<sql::Transaction> snapshot = sql::Transaction::begin(*connection, sql::Transaction::Kind::Read);
    if (!snapshot)
        return snapshot.error();
    const std::unique_ptr<SqlLedger> ledger = SqlLedger::reading(*connection);
    const std::unique_ptr<SqlOrderQueries> orders = SqlOrderQueries::reading(*connection);
    Result<VerifyReport> report = verifyLedger(*ledger, orders.get());
    if (!report)
        return report.error();
    if (Result<void> checked = checkRows(*connection, *report); !checked)
        return checked.error();
    return report;
}

} // namespace parterre
