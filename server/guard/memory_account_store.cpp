// Accounts in maps.
#include "server/guard/memory_account_store.h"

#include <algorithm>

namespace parterre {

Result<void> MemoryAccountStore::putStaff(const StaffUser& user)
{
    m_staff.insert_or_assign(user.name, user);
    return {};
}

Result<std::optional<StaffUser>> MemoryAccountStore::staff(std::string_view name)
{
    const auto found = m_staff.find(name);
    return found == m_staff.end() ? std::optional<StaffUser>() : found->second;
}

Result<std::vector<StaffUser>> MemoryAccountStore::allStaff()
{
    std::vector<StaffUser> all;
    for (const auto& [name, user] : m_staff)
        all.push_back(user);
    return all;
}

Result<void> MemoryAccountStore::putDevice(const CounterDevice& device)
{
    const auto same = [&](const CounterDevice& other) { return other.id == device.id; };
    const auto found = std::find_if(m_devices.begin(), m_devices.end(), same);
    if (found == m_devices.end())
        m_devices.push_back(device);
    else
        *found = device;
    return {};
}

Result<std::optional<CounterDevice>> MemoryAccountStore::device(DeviceId id)
{
    for (const CounterDevice& device : m_devices)
        if (device.id == id)
            return std::optional<CounterDevice>(device);
    return std::optional<CounterDevice>();
}

Result<std::vector<CounterDevice>> MemoryAccountStore::devices()
{
    return m_devices;
}

Result<void> MemoryAccountStore::putEnrolmentCode(const EnrolmentCodeRecord& code)
{
    m_codes.insert_or_assign(code.codeHash, code);
    return {};
}

Result<void> MemoryAccountStore::redeemEnrolmentCode(const Bytes32& codeHash, Instant now, const CounterDevice& device)
{
    const auto found = m_codes.find(codeHash);
    if (found == m_codes.end() || found->second.expiresAt <= now)
        return Error{ErrorCode::NotFound, "this enrolment code is unknown, used or expired"};
    m_codes.erase(found);
    return putDevice(device);
}

Result<void> MemoryAccountStore::putSession(const StaffSessionRecord& session, Instant now)
{
    std::erase_if(m_sessions, [&](const auto& item) { return item.second.expiresAt <= now; });
    m_sessions.insert_or_assign(session.tokenHash, session);
    return {};
}

Result<std::optional<StaffSessionRecord>> MemoryAccountStore::session(const Bytes32& tokenHash)
{
    const auto found = m_sessions.find(tokenHash);
    return found == m_sessions.end() ? std::optional<StaffSessionRecord>() : found->second;
}

Result<void> MemoryAccountStore::removeSession(const Bytes32& tokenHash)
{
    m_sessions.erase(tokenHash);
    return {};
}

Result<void> MemoryAccountStore::appendAudit(const AuditRecord& record)
{
    m_audit.push_back(record);
    return {};
}

Result<std::vector<AuditRecord>> MemoryAccountStore::latestAudit(std::size_t limit)
{
    const std::size_t count = std::min(limit, m_audit.size());
    return std::vector<AuditRecord>(m_audit.rbegin(), m_audit.rbegin() + static_cast<std::ptrdiff_t>(count));
}

Result<void> MemoryAccountStore::putSetting(std::string_view name, std::string_view value)
{
    m_settings.insert_or_assign(std::string(name), std::string(value));
    return {};
}

Result<std::optional<std::string>> MemoryAccountStore::setting(std::string_view name)
{
    const auto found = m_settings.find(name);
    return found == m_settings.end() ? std::optional<std::string>() : found->second;
}

Result<Bytes32> MemoryAccountStore::secret(std::string_view name, const Bytes32& fresh)
{
    return m_secrets.emplace(name, fresh).first->second;
}

} // namespace parterre
