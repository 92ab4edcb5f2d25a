// MemoryAccountStore: accounts without a disk, for tests and the simulator.
#pragma once

#include "server/guard/account_store.h"

#include <map>

namespace parterre {

class MemoryAccountStore : public AccountStore
{
public:
    Result<void> putStaff(const StaffUser& user) override;
    Result<std::optional<StaffUser>> staff(std::string_view name) override;
    Result<std::vector<StaffUser>> allStaff() override;
    Result<void> putDevice(const CounterDevice& device) override;
    Result<std::optional<CounterDevice>> device(DeviceId id) override;
    Result<std::vector<CounterDevice>> devices() override;
    Result<void> putEnrolmentCode(const EnrolmentCodeRecord& code) override;
    Result<void> redeemEnrolmentCode(const Bytes32& codeHash, Instant now, const CounterDevice& device) override;
    Result<void> putSession(const StaffSessionRecord& session, Instant now) override;
    Result<std::optional<StaffSessionRecord>> session(const Bytes32& tokenHash) override;
    Result<void> removeSession(const Bytes32& tokenHash) override;
    Result<void> appendAudit(const AuditRecord& record) override;
    Result<std::vector<AuditRecord>> latestAudit(std::size_t limit) override;
    Result<void> putSetting(std::string_view name, std::string_view value) override;
    Result<std::optional<std::string>> setting(std::string_view name) override;
    Result<Bytes32> secret(std::string_view name, const Bytes32& fresh) override;

private:
    std::map<std::string, StaffUser, std::less<>> m_staff;
    std::vector<CounterDevice> m_devices;
    std::map<Bytes32, EnrolmentCodeRecord> m_codes;
    std::map<Bytes32, StaffSessionRecord> m_sessions;
    std::vector<AuditRecord> m_audit;
    std::map<std::string, Bytes32, std::less<>> m_secrets;
    std::map<std::string, std::string, std::less<>> m_settings;
};

} // namespace parterre
