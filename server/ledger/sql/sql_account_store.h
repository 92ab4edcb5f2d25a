// SqlAccountStore: accounts on SQLite, "accounts.db" in the data folder. One file per table beside this one.
#pragma once

#include "server/guard/account_store.h"
#include "server/ledger/sql/audit_table.h"
#include "server/ledger/sql/device_table.h"
#include "server/ledger/sql/enrolment_code_table.h"
#include "server/ledger/sql/secret_table.h"
#include "server/ledger/sql/setting_table.h"
#include "server/ledger/sql/staff_session_table.h"
#include "server/ledger/sql/staff_table.h"

#include <memory>

namespace parterre {

// Several programs may have it open (the server, and the command line adding a user); each sees the others' commits.
class SqlAccountStore : public AccountStore
{
public:
    static Result<std::unique_ptr<SqlAccountStore>> open(const QString& dataFolder,
                                                         sql::Disk& disk = sql::systemDisk());

    Result<void> putStaff(const StaffUser& user) override { return m_staff.put(user); }
    Result<std::optional<StaffUser>> staff(std::string_view name) override { return m_staff.find(name); }
    Result<std::vector<StaffUser>> allStaff() override { return m_staff.all(); }
    Result<void> putDevice(const CounterDevice& device) override { return m_devices.put(device); }
    Result<std::optional<CounterDevice>> device(DeviceId id) override { return m_devices.find(id); }
    Result<std::vector<CounterDevice>> devices() override { return m_devices.all(); }
    Result<void> putEnrolmentCode(const EnrolmentCodeRecord& code) override { return m_codes.put(code); }
    Result<void> redeemEnrolmentCode(const Bytes32& codeHash, Instant now, const CounterDevice& device) override;
    Result<void> putSession(const StaffSessionRecord& session, Instant now) override;
    Result<std::optional<StaffSessionRecord>> session(const Bytes32& tokenHash) override
    {
        return m_sessions.find(tokenHash);
    }
    Result<void> removeSession(const Bytes32& tokenHash) override { return m_sessions.remove(tokenHash); }
    Result<void> appendAudit(const AuditRecord& record) override { return m_audit.append(record); }
    Result<std::vector<AuditRecord>> latestAudit(std::size_t limit) override { return m_audit.latest(limit); }
    Result<void> putSetting(std::string_view name, std::string_view value) override
    {
        return m_settings.put(name, value);
    }
    Result<std::optional<std::string>> setting(std::string_view name) override { return m_settings.find(name); }
    Result<Bytes32> secret(std::string_view name, const Bytes32& fresh) override
    {
        return m_secrets.getOrPut(name, fresh);
    }

private:
    explicit SqlAccountStore(sql::Connection connection);
    sql::Connection m_connection;
    StaffTable m_staff;
    StaffSessionTable m_sessions;
    DeviceTable m_devices;
    EnrolmentCodeTable m_codes;
    AuditTable m_audit;
    SecretTable m_secrets;
    SettingTable m_settings;
};

} // namespace parterre
