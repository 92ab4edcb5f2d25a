// Table enrolment_code: codes that wait for their counter, by their hash.
#pragma once

#include "server/guard/account_store.h"
#include "sync/sql/connection.h"

namespace parterre {

class EnrolmentCodeTable
{
public:
    explicit EnrolmentCodeTable(sql::Connection& connection) : m_connection(connection) {}
    Result<void> put(const EnrolmentCodeRecord& code);
    Result<bool> take(const Bytes32& codeHash, Instant now); // true: it was valid and is gone

private:
    sql::Connection& m_connection;
};

} // namespace parterre
