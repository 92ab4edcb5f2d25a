// CounterFiles: a counter's two files as a power cut left them: whole, gap-free, and nothing that was told is missing.
#pragma once

#include "sync/counter/replica.h"
#include "tests/simulation/crash_points/counter_world.h"
#include "tests/simulation/crash_points/file_check.h"
#include "tests/simulation/crash_points/problems.h"

namespace parterre::testing {

// Is the cached event the fold of the log up to some position (I10), or to the head? A log of before a restore is gone:
// of a cache that has yet to hear of the new one nothing can be said.
inline bool isFold(SqlCache& cache, const FakeCentre& centre, bool toTheHead)
{
    const Result<std::optional<CachedEvent>> cached = cache.load(centre.event());
    if (!cached || !*cached)
        return cached.ok() && !toTheHead;
    const Result<Replica> replica = Replica::fromCache(centre.event(), **cached);
    if (replica && replica->state().logGen() < centre.state().logGen())
        return !toTheHead;
    if (!replica || replica->cursor() > centre.log().size())
        return false;
    EventState state(centre.state().planPtr());
    for (std::uint64_t seq = 0; seq < replica->cursor(); ++seq)
        apply(state, centre.log()[seq]);
    return state == replica->state() && (!toTheHead || replica->cursor() == centre.log().size());
}

class CounterFiles
{
public:
    CounterFiles(const CounterScene& scene, const DiskImage& left, Problems& problems)
        : m_scene(scene), m_left(left), m_problems(problems)
    {
        m_problems.add(damageIn(databases()));
        readJournal();
        readCache();
        if (!m_problems.none())
            return; // what follows would only say it again
        checkStreams();
        checkToldIsKept();
    }

    const JournalContents& journal() const { return m_found; }

    // ---- Is there an op that …
    template <typename Matches>
    bool journalled(Matches matches) const
    {
        return std::any_of(m_ops.begin(), m_ops.end(), [&](const Op& op) { return matches(op.command); });
    }
    template <typename Sale>
    bool sold(const Order& order) const
    {
        return journalled([&order](const Command& command) {
            const auto* sale = std::get_if<Sale>(&command);
            return sale && sale->order == order;
        });
    }
    bool voided(OrderId order) const
    {
        return journalled([order](const Command& command) {
            const auto* voided = std::get_if<VoidTickets>(&command);
            return voided && voided->order == order;
        });
    }
    bool renewed(OrderId order) const
    {
        return journalled([order](const Command& command) {
            const auto* reissued = std::get_if<ReissueTickets>(&command);
            return reissued && reissued->order == order;
        });
    }
    bool sealed(Fence fence) const
    {
        return journalled([fence](const Command& command) {
            const auto* seal = std::get_if<SealAllotment>(&command);
            return seal && seal->fence == fence;
        });
    }

private:
    DiskImage databases() const
    {
        DiskImage image = m_left;
        if (m_scene.cacheBroken)
            std::erase_if(image, [](const auto& file) { return file.first.starts_with("cache.db"); });
        return image;
    }
    // Looking closes the file again and so changes the disk: each look is at a copy.
    void readJournal()
    {
        CrashDisk disk;
        disk.restore(m_left);
        const auto journal = SqlJournal::open(DiskCounterRig::journalFile(), disk);
        if (!m_problems.require(journal, "the journal does not open"))
            return;
        const Result<JournalContents> contents = (*journal)->load();
        if (!m_problems.require(contents, "the journal cannot be read"))
            return;
        m_found = *contents;
        JournalPromise promise = m_scene.promise;
        m_problems.require(promise.allows(m_found), "the journal is not what its commits promised");
    }
    // The cache may have lost its last commits.
    void readCache()
    {
        CrashDisk disk;
        disk.restore(m_left);
        const auto cache = SqlCache::open(DiskCounterRig::cacheFile(), disk);
        if (m_problems.require(cache, "the cache does not open"))
            m_problems.require(isFold(**cache, m_scene.centre, false), "the cache is not the fold of the log");
        m_problems.require(m_scene.cacheBroken || !disk.contains("cache.db.broken"), "the cache is broken");
    }

    void checkStreams()
    {
        std::set<Bytes32> hashes;
        Bytes32 last{};
        std::uint64_t opN = 0;
        for (const JournalledOp& op : m_found.ops) { // one event, one generation
            const std::string name = "op " + std::to_string(op.sealed.opN);
            m_problems.require(op.sealed.opN == ++opN, "the stream of ops has a gap before " + name);
            m_problems.require(opHash(last, op.sealed.bytes) == op.sealed.hash, name + " is not chained");
            last = op.sealed.hash;
            hashes.insert(last);
            const Result<Op> decoded = decodeOp(op.sealed.bytes);
            if (m_problems.require(decoded, name))
                m_ops.push_back(*decoded);
        }
        for (const Bytes32& answered : m_scene.centre.answeredOps(idOf<DeviceId>(1)))
            m_problems.require(hashes.contains(answered), "the centre has an op that the journal does not have");
    }
    void checkToldIsKept()
    {
        const ToldByCounter& told = m_scene.told;
        for (const auto& [id, order] : told.sold)
            m_problems.require(sold<SellAllotted>(order) || sold<SellHold>(order) || sold<SellProvisional>(order),
                               named(id) + " was told as sold and is not in the journal");
        for (const OrderId id : told.printed)
            m_problems.require(std::any_of(m_found.prints.begin(), m_found.prints.end(),
                                           [id = id](const PrintRecord& print) { return print.order == id; }),
                               named(id) + " was printed and the journal does not know");
        for (const PaymentRef ref : told.charged)
            m_problems.require(std::any_of(m_found.payments.begin(), m_found.payments.end(),
                                           [ref](const PaymentRecord& payment) { return payment.ref == ref; }),
                               "a card was charged and the journal does not know");
        for (const OrderId id : told.renewed)
            m_problems.require(renewed(id), named(id) + " has new paper and the journal does not know");
        for (const OrderId id : told.voided)
            m_problems.require(voided(id), named(id) + " was told as void and is not in the journal");
        m_problems.require(!told.enrolled || (m_found.identity && !m_found.identity->device.isNull()),
                           "the enrolment that was told is lost");
        for (const std::string& name : told.clerks)
            m_problems.require(std::any_of(m_found.clerks.begin(), m_found.clerks.end(),
                                           [&](const ClerkRecord& clerk) { return clerk.name == name; }),
                               name + " signed in and cannot do so with the line down");
    }

    const CounterScene& m_scene;
    const DiskImage& m_left;
    Problems& m_problems;
    JournalContents m_found;
    std::vector<Op> m_ops; // of m_found
};

} // namespace parterre::testing
