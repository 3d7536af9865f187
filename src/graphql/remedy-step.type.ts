import { Field, ObjectType } from 'type-graphql';

@ObjectType('RemedyStep', { description: 'One thing to do.', simpleResolvers: true })
export class RemedyStepType {
  @Field(() => String, { description: 'What to do, in words.' })
  text!: string;

  @Field(() => String, { nullable: true, description: 'A command to paste, already filled in.' })
  command!: string | null;
}
