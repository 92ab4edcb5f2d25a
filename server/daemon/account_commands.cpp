// user add and counter enrol: they work beside a running server.
#include "server/daemon/commands.h"

#include "server/guard/enrolment.h"
#include "server/guard/password_hash.h"
#include "server/http/response.h"
#include "server/ledger/sql/sql_account_store.h"
#include "sync/link/qt_clock.h"
#include "sync/wire/signing.h"

#include <QDir>

#include <cstdio>
#include <iostream>

namespace parterre {
namespace {

using namespace Qt::StringLiterals;

Result<std::unique_ptr<SqlAccountStore>> openAccounts(const QString& data)
{
    if (!QDir().mkpath(data))
        return Error{ErrorCode::Storage, data.toStdString()};
    return SqlAccountStore::open(data);
}

} // namespace

int failWith(const Error& error)
{
    const std::string_view sentence = http::errorSentence(error.code);
    std::fprintf(stderr, "parterre-server: %.*s", static_cast<int>(sentence.size()), sentence.data());
    std::fprintf(stderr, error.detail.empty() ? "%s\n" : " (%s)\n", error.detail.c_str());
    return 1;
}

int failWith(const QString& sentence)
{
    std::fprintf(stderr, "parterre-server: %s\n", qPrintable(sentence));
    return 1;
}

int addUser(const QString& data, const QString& name, const QString& role)
{
    const auto parsed = roleFromName(role.toStdString());
    if (!parsed)
        return failWith(u"'%1' is no role. Choose seller, supervisor, manager or admin."_s.arg(role));
    if (name.isEmpty() || name.toUtf8().size() > 64)
        return failWith(u"A name has 1 to 64 bytes."_s);
    std::string password;
    if (!std::getline(std::cin, password) || password.size() < 8 || password.size() > 200)
        return failWith(u"Send the password on standard input, one line of 8 to 200 bytes. No user was added."_s);
    auto accounts = openAccounts(data);
    if (!accounts.ok())
        return failWith(accounts.error());
    auto hash = hashPassword(password);
    if (!hash.ok())
        return failWith(hash.error());
    const auto existing = (*accounts)->staff(name.toStdString());
    if (!existing.ok())
        return failWith(existing.error());
    if (existing->has_value())
        return failWith(u"There is a user '%1' already. Nothing was changed."_s.arg(name));
    if (const auto put = (*accounts)->putStaff({name.toStdString(), *parsed, std::move(*hash), false}); !put.ok())
        return failWith(put.error());
    std::printf("Added %s as %s.\n", qPrintable(name), qPrintable(role));
    return 0;
}

int enrolCounter(const QString& data, const QString& name)
{
    auto accounts = openAccounts(data);
    if (!accounts.ok())
        return failWith(accounts.error());
    QtClock clock;
    SystemRandom random;
    auto code = Enrolment(**accounts, clock, random).createCode(name.toStdString());
    if (!code.ok())
        return failWith(code.error());
    // The code alone on standard output, so that a script can take it.
    std::printf("%s\n", code->c_str());
    std::fprintf(stderr, "One-time code for %s, valid for 24 hours. Type it at the counter's first start.\n",
                 qPrintable(name));
    return 0;
}

} // namespace parterre
