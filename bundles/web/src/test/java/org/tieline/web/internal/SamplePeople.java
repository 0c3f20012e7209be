package org.tieline.web.internal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tieline.api.Page;
import org.tieline.api.PageRequest;
import org.tieline.api.access.Caller;
import org.tieline.api.access.Role;
import org.tieline.api.person.People;
import org.tieline.api.person.Person;
import org.tieline.api.person.PersonDraft;

/** The people of a world. */
final class SamplePeople implements People {
    private final World world;

    SamplePeople(World world) {
        this.world = world;
    }

    @Override
    public Page<Person> list(
            Caller caller, Optional<String> center, Optional<String> text, PageRequest request) {
        return world.page(List.of(world.dana(), world.luis(), world.mei()));
    }

    @Override
    public Person get(Caller caller, String id) {
        return id.equals(World.DANA)
                ? world.dana()
                : id.equals(world.luis().id()) ? world.luis() : world.mei();
    }

    @Override
    public List<Person> all(Caller caller, Collection<String> ids) {
        return ids.stream().map(id -> get(caller, id)).toList();
    }

    @Override
    public List<Person> holding(Caller caller, String center, Set<Role> roles) {
        return List.of();
    }

    @Override
    public Person create(Caller caller, PersonDraft draft) {
        return world.mei();
    }

    @Override
    public Person update(Caller caller, String id, long version, PersonDraft draft) {
        return get(caller, id);
    }

    @Override
    public boolean mayManage(Caller caller, String id) {
        return caller.rolesIn(Caller.EVERYWHERE).contains(Role.ADMINISTRATOR);
    }

    @Override
    public String invite(Caller caller, String id) {
        return "Vq3nT8xYpLr2";
    }

    @Override
    public Person unlock(Caller caller, String id) {
        return get(caller, id);
    }
}
