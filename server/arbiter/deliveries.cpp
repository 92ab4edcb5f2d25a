// Deliveries: groups by thread, posts, and runs on the other side.
#include "server/arbiter/deliveries.h"

#include <algorithm>

namespace parterre {
namespace {

struct Parcel
{
    RelayPtr relay;
    std::vector<Follower> followers;
    std::vector<CommittedPtr> committed;
    std::vector<Reply> replies;

    void run();
};

struct RunReply
{
    void operator()(CommandReply& reply) const
    {
        if (reply.asker.context)
            reply.done(std::move(reply.answer).result());
    }
    template <typename Other>
    void operator()(Other& reply) const
    {
        if (reply.asker.context)
            reply.done(std::move(reply.answer));
    }
};

// On the thread of the askers, where they live and die: looking whether one is still there needs no lock.
void Parcel::run()
{
    for (const Follower& follower : followers)
        if (follower.asker.context)
            follower.onCommitted(committed);
    for (Reply& reply : replies)
        std::visit(RunReply{}, reply);
}

// The parcel for a thread; few threads ask, so a search is quicker than a table.
Parcel& parcelFor(std::vector<std::shared_ptr<Parcel>>& parcels, const RelayPtr& relay)
{
    for (const std::shared_ptr<Parcel>& parcel : parcels)
        if (parcel->relay == relay)
            return *parcel;
    parcels.push_back(std::make_shared<Parcel>());
    parcels.back()->relay = relay;
    return *parcels.back();
}

// What lies in a relay's inbox must not keep the relay itself alive.
RelayPtr takeRelay(Reply& reply)
{
    return std::visit([](auto& one) { return std::move(one.asker.relay); }, reply);
}

} // namespace

Result<CommandDone> CommandAnswer::result() &&
{
    if (error)
        return std::move(*error);
    if (!committed)
        return CommandDone{std::move(entries), replayed};
    const auto begin = committed->entries.begin() + static_cast<std::ptrdiff_t>(first);
    return CommandDone{{begin, begin + static_cast<std::ptrdiff_t>(count)}, replayed};
}

void deliver(const std::vector<Follower>& followers, std::vector<CommittedPtr> committed, std::vector<Reply> replies)
{
    std::vector<std::shared_ptr<Parcel>> parcels;
    if (!committed.empty()) {
        for (const Follower& follower : followers)
            parcelFor(parcels, follower.asker.relay)
                .followers.push_back({{nullptr, follower.asker.context}, follower.onCommitted});
        for (const std::shared_ptr<Parcel>& parcel : parcels)
            parcel->committed = committed;
    }
    for (Reply& reply : replies) {
        const RelayPtr relay = takeRelay(reply);
        std::vector<Reply>& parcel = parcelFor(parcels, relay).replies;
        if (parcel.empty())
            parcel.reserve(replies.size()); // nearly always one thread asks for everything
        parcel.push_back(std::move(reply));
    }
    for (const std::shared_ptr<Parcel>& parcel : parcels) {
        const RelayPtr relay = std::move(parcel->relay);
        relay->post([parcel] { parcel->run(); });
    }
}

} // namespace parterre
